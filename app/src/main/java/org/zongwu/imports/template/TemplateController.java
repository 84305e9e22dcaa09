package org.zongwu.imports.template;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.FileKind;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;

/** The empty workbook of each template, for those who may import it. */
@Controller
class TemplateController {
    private final Catalogue catalogue;
    private final Tenancy tenancy;
    private final Messages messages;

    TemplateController(Catalogue catalogue, Tenancy tenancy, Messages messages) {
        this.catalogue = catalogue;
        this.tenancy = tenancy;
        this.messages = messages;
    }

    @Allow(everyone = true)
    @GetMapping("/imports/templates/{id}")
    ResponseEntity<byte[]> download(@PathVariable String id, Actor actor) {
        var template = catalogue.find(actor, id).orElseThrow(NotFound::new);
        var fields = catalogue.fields(template);
        var options = tenancy.read(actor.schoolId(), template::options);
        var name = ContentDisposition.attachment().filename(fields.title() + ".xlsx", StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(FileKind.XLSX.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(TemplateBook.write(fields, template.example(), options, messages.say("imports.options")));
    }
}
