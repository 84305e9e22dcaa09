package org.zongwu.logbook;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Guarded;
import org.zongwu.web.NotFound;

/** One step of one book: its form, where it has blanks, and the doing. */
final class StepController implements Guarded {
    private final Logbook book;
    private final Step step;
    private final BookDesk desk;
    private final BookForm form;
    private final BookPages pages;

    StepController(Logbook book, Step step, BookDesk desk) {
        this.book = book;
        this.step = step;
        this.desk = desk;
        form = desk.form(book, step.blanks);
        pages = desk.pages(book, new BookRegister(book, desk.messages(), desk.db(), desk.tenancy()));
    }

    @Override
    public Access access(Method handler) {
        return book.stepAccess(step);
    }

    ModelAndView blank(@PathVariable UUID id, Actor actor) {
        return desk.tenancy().read(actor.schoolId(), () -> {
            var row = row(id, actor);
            return page(row, actor, form.fresh(BookRepository.draft(book, row), null, desk.today()));
        });
    }

    Object take(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        var today = desk.today();
        var row = desk.tenancy().read(actor.schoolId(), () -> row(id, actor));
        var declared = step.blanks.isEmpty() ? Form.BUTTON : desk.tenancy().read(actor.schoolId(), () -> form.form(null, today));
        return desk.submissions().post(request, actor, declared, book.cards() + "/" + id + "?did=" + step.name,
                in -> desk.keeper().step(actor, book, id, step.name, form.read(in, null, today)), view -> page(row, actor, view));
    }

    /** To be seen by whoever reads the book or may take the step. */
    private Record row(UUID id, Actor actor) {
        return desk.records().find(book, id, actor).or(() -> desk.records().find(book, id, null).filter(r -> BookKeeper.allowed(actor, step, BookRepository.draft(book, r))))
                .orElseThrow(NotFound::new);
    }

    private ModelAndView page(Record row, Actor actor, FormView view) {
        if (step.blanks.isEmpty()) return new ModelAndView("web/document", Map.of("page", pages.page(row, actor, view, desk.today())));
        var path = book.path() + "/" + row.get(book.id());
        var words = pages.stepWords(step);
        return new ModelAndView("web/form", Map.of("page", FormPage.of(words, book.cards() + "/" + row.get(book.id()), row.get(book.no()), path + "/" + step.name, view, words)
                .lead(book.title == null ? null : row.get(book.title)).about(pages.paper(row))));
    }
}
