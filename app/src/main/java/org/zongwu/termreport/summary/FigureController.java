package org.zongwu.termreport.summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Figure;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.figure.Proof;
import org.zongwu.termreport.subject.Period;
import org.zongwu.web.Allow;
import org.zongwu.web.NotFound;

/** Every figure of a term as it stands now, and one figure with what each version of the report said. */
@Controller
@RequestMapping("/figures")
@Allow({Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.ACCOUNTANT, Duty.STOREKEEPER, Duty.ASSET_ADMIN,
        Duty.AUDIT_MEMBER, Duty.UNION, Duty.CANTEEN_MANAGER})
class FigureController {
    private final Figures figures;
    private final SummaryService summaries;
    private final FigurePages pages;
    private final List<Control> controls;
    private final Tenancy tenancy;

    FigureController(Figures figures, SummaryService summaries, FigurePages pages, List<Control> controls, Tenancy tenancy) {
        this.figures = figures;
        this.summaries = summaries;
        this.pages = pages;
        this.controls = List.copyOf(controls);
        this.tenancy = tenancy;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String period, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var shown = summaries.period(Optional.ofNullable(period));
            if (period != null && shown.isEmpty()) throw new NotFound();
            var book = shown.map(t -> figures.quickBook(actor.schoolId(), t.span()));
            return new ModelAndView("termreport/figure/list", Map.of("page", pages.list(shown, book)));
        });
    }

    /** As a page, or as JSON for who accepts nothing before it. */
    @GetMapping("/{id}")
    Object show(@PathVariable String id, @RequestParam(required = false) @Nullable String period, @RequestHeader(defaultValue = "") String accept, Actor actor) {
        if (accept.startsWith(MediaType.APPLICATION_JSON_VALUE)) return json(id, period, actor);
        return one(id, period, actor, (shown, book, figure) -> new ModelAndView("termreport/figure/show", Map.of("page", pages.one(actor, shown, book, figure))));
    }

    @GetMapping("/{id}.json")
    ResponseEntity<FigureAnswer> json(@PathVariable String id, @RequestParam(required = false) @Nullable String period, Actor actor) {
        return one(id, period, actor, (shown, book, figure) -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(pages.answer(shown, book, figure)));
    }

    private interface Drawing<T> {
        T of(Period period, FigureBook book, Figure figure);
    }

    private <T> T one(String id, @Nullable String period, Actor actor, Drawing<T> drawing) {
        return tenancy.read(actor.schoolId(), () -> {
            var shown = summaries.period(Optional.ofNullable(period)).orElseThrow(NotFound::new);
            var book = figures.book(actor.schoolId(), shown.span(), Set.of(id));
            return drawing.of(shown, book, book.find(id).orElseThrow(NotFound::new));
        });
    }

    /** The controls of the house, each with what it found. */
    @GetMapping("/proof")
    ModelAndView proof(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> new ModelAndView("termreport/figure/proof", Map.of("proof", Proof.of(controls))));
    }
}
