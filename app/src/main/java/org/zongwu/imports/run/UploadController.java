package org.zongwu.imports.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.imports.run.Preparation.Upload;
import org.zongwu.imports.template.Catalogue;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.web.Allow;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;

/** Takes a file in and tries it; asks what it is where its headings do not say. */
@Controller
@Allow(everyone = true)
class UploadController {
    private final ImportService imports;
    private final Preparation preparation;
    private final MappingService mappings;
    private final Trials trials;
    private final Pages pages;
    private final Catalogue catalogue;
    private final Messages messages;

    UploadController(ImportService imports, Preparation preparation, MappingService mappings, Trials trials, Pages pages, Catalogue catalogue, Messages messages) {
        this.imports = imports;
        this.preparation = preparation;
        this.mappings = mappings;
        this.trials = trials;
        this.pages = pages;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    @GetMapping("/imports")
    ModelAndView index(Actor actor) {
        return pages.index(actor, null, Map.of());
    }

    /** @param sha256 of a file that came in before and only waited for its template */
    @PostMapping("/imports")
    Object upload(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String sha256, @RequestParam(defaultValue = "") String name, Actor actor) {
        Upload upload = null;
        try {
            upload = sha256.isEmpty() ? received(actor, file) : pages.kept(actor, sha256, name);
            return tried(actor, upload, Wanted.all(template));
        } catch (Unfit unfit) {
            return Pages.refused(asked(actor, upload, unfit, Wanted.all(template)));
        } catch (RuleBroken refusal) {
            var field = refusal.field() == null ? "file" : refusal.field();
            return Pages.refused(pages.index(actor, field.equals("template") && upload != null ? new IndexPage.Kept(upload.original().sha256(), upload.name()) : null,
                    Map.of(field, messages.say(refusal))));
        }
    }

    private Object tried(Actor actor, Upload upload, Wanted wanted) {
        return Pages.seeOther(trials.page(actor, upload, wanted));
    }

    private ModelAndView asked(Actor actor, Upload upload, Unfit unfit, Wanted wanted) {
        return pages.columns(actor, upload, unfit, wanted)
                .orElseGet(() -> pages.index(actor, new IndexPage.Kept(upload.original().sha256(), upload.name()), Map.of("template", messages.say(unfit))));
    }

    private Upload received(Actor actor, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.no-file");
        try (var content = file.getInputStream()) {
            return imports.store(actor, content, Optional.ofNullable(file.getOriginalFilename()).orElse("file"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param sheet  the one whose columns are said; empty when the whole file is meant for the template
     * @param form   its {@code sheets} and {@code as} are what the person said of each
     */
    @PostMapping("/imports/mapping")
    Object map(@RequestParam String sha256, @RequestParam(defaultValue = "") String name, @RequestParam String template, @RequestParam(defaultValue = "") String sheet,
            @RequestParam List<String> key, @RequestParam List<String> field, @RequestParam MultiValueMap<String, String> form, Actor actor) {
        catalogue.find(actor, template).orElseThrow(NotFound::new);
        var upload = pages.kept(actor, sha256, name);
        var wanted = form.containsKey("sheets") ? Pages.wanted(form) : Wanted.all(template);
        try {
            mappings.remember(actor, template, new WorkRef("files.original", Ids.next(), upload.name()), preparation.columns(actor, upload, template, sheet), Pages.pairs(key, field));
            return tried(actor, upload, wanted);
        } catch (Unfit unfit) {
            return Pages.refused(asked(actor, upload, unfit, wanted));
        } catch (RuleBroken refusal) {
            return Pages.refused(pages.columns(actor, upload, template, sheet, wanted, messages.say(refusal))
                    .orElseGet(() -> pages.index(actor, new IndexPage.Kept(sha256, upload.name()), Map.of("template", messages.say(refusal)))));
        }
    }
}
