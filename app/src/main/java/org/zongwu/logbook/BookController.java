package org.zongwu.logbook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.files.Limits;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.WorkRef;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Guarded;
import org.zongwu.web.NotFound;
import org.zongwu.web.Register;
import org.zongwu.web.Typed;

/** The screens of one book: register, form, card, print, and making void. One instance a book; {@link BookEndpoints} gives it its addresses. */
final class BookController implements Guarded {
    private static final int SUGGESTIONS = 12;

    private final Logbook book;
    private final BookDesk desk;
    private final BookRegister words;
    private final Register register;
    private final Map<String, Register> registersBy = new HashMap<>();
    private final BookForm form;
    private final BookPages pages;

    BookController(Logbook book, BookDesk desk) {
        this.book = book;
        this.desk = desk;
        words = new BookRegister(book, desk.messages(), desk.db(), desk.tenancy());
        words.requireTotals();
        register = words.declare(null);
        words.otherDays().forEach(day -> registersBy.put(BookRegister.by(day), words.declare(day)));
        form = desk.form(book, book.blanks);
        pages = desk.pages(book, words);
    }

    @Override
    public Access access(Method handler) {
        return switch (handler.getName()) {
            case "blank", "create" -> book.writeAccess();
            case "voiding", "cancel" -> Access.of(book.voids);
            default -> book.readAccess();
        };
    }

    Object list(HttpServletRequest request, Actor actor) {
        var to = request.getParameter("to");
        var asked = to == null ? null : Typed.day(to, desk.today());
        var by = registersBy.entrySet().stream().filter(e -> "yes".equals(request.getParameter(e.getKey()))).map(Map.Entry::getValue).findFirst().orElse(register);
        return desk.registers().show(by, () -> desk.records().rows(book, asked == null ? desk.today() : asked, actor), request, actor);
    }

    /** Suggestions while a record of this book is named in another. */
    @ResponseBody
    List<Form.Suggestion> pick(@RequestParam(defaultValue = "") String q, Actor actor) {
        return desk.tenancy().read(actor.schoolId(), () -> desk.records().found(List.of(book), actor, q, SUGGESTIONS).stream()
                .map(f -> new Form.Suggestion(f.no(), f.title(), f.no())).toList());
    }

    ModelAndView blank(HttpServletRequest request, Actor actor) {
        return desk.tenancy().read(actor.schoolId(), () -> {
            var draft = Draft.blank();
            var from = request.getParameter("from");
            if (from != null) again(draft, UUID.fromString(from), actor);
            else if (book.lines != null) book.proposedLines.apply(actor).forEach(draft::line);
            var view = form.fresh(draft, lines(), desk.today());
            for (var blank : book.blanks) if (request.getParameter(blank.name()) != null) view.with(blank.name(), request.getParameter(blank.name()));
            return newPage(view);
        });
    }

    /** What was made void is written again from what it said. */
    private void again(Draft draft, UUID from, Actor actor) {
        var row = desk.records().find(book, from, actor).orElseThrow(NotFound::new);
        for (var blank : book.blanks) {
            draft.put(blank.field(), row.get(blank.field()));
            draft.put(blank.readable(), row.get(blank.readable()));
        }
        if (book.lines != null) desk.records().of(book.lines.get(), from).forEach(r -> draft.line(BookRepository.draft(book.lines.get(), r)));
    }

    Object create(HttpServletRequest request, Actor actor) {
        var today = desk.today();
        var id = Ids.next();
        return desk.submissions().post(request, actor, form(actor, today), book.cards() + "/" + id + "?did=recorded", in -> {
            var read = form.read(in, lines(), today);
            var draft = Draft.of(id);
            for (var blank : book.blanks) {
                draft.put(blank.field(), read.get(blank.field()));
                draft.put(blank.readable(), read.get(blank.readable()));
            }
            read.lines().forEach(draft::line);
            uploads(request, actor, draft);
            desk.keeper().enter(actor, book, draft);
        }, this::newPage);
    }

    private Form form(Actor actor, LocalDate today) {
        return desk.tenancy().read(actor.schoolId(), () -> form.form(lines(), today));
    }

    private @Nullable Logbook lines() {
        return book.lines == null ? null : book.lines.get();
    }

    private void uploads(HttpServletRequest request, Actor actor, Draft draft) {
        if (!(request instanceof MultipartHttpServletRequest multipart)) return;
        for (var blank : book.blanks) {
            var file = blank.kind == Blank.Kind.FILE ? multipart.getFile(blank.name()) : null;
            if (file == null || file.isEmpty()) continue;
            try (var content = file.getInputStream()) {
                var name = file.getOriginalFilename() == null ? blank.name() : file.getOriginalFilename();
                var original = desk.originals().store(actor, content, name, Limits.PAPERS);
                draft.put(blank.field(), desk.originals().attach(actor, new WorkRef(book.key(), draft.id(), ""), original, name).id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private ModelAndView newPage(FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(desk.messages().say(book.key() + ".new"), book.path(), desk.messages().say(book.key() + ".title"),
                book.path(), view, desk.messages().say("logbook.record")).note(desk.messages().say("logbook.final"))));
    }

    ModelAndView show(@PathVariable UUID id, Actor actor) {
        return desk.tenancy().read(actor.schoolId(), () -> document(row(id, actor), actor, FormView.blank(Form.BUTTON)));
    }

    ModelAndView voiding(@PathVariable UUID id, Actor actor) {
        return desk.tenancy().read(actor.schoolId(), () -> voidPage(row(id, actor), FormView.blank(BookForm.REASON)));
    }

    /** One button makes void and writes again; the other only makes void. */
    Object cancel(@PathVariable UUID id, @RequestParam(defaultValue = "again") String then, HttpServletRequest request, Actor actor) {
        var row = desk.tenancy().read(actor.schoolId(), () -> row(id, actor));
        var next = "only".equals(then) ? book.path() + "/" + id + "?did=voided" : book.path() + "/new?from=" + id;
        return desk.submissions().post(request, actor, BookForm.REASON, next, in -> desk.keeper().cancel(actor, book, id, in.text("reason")), view -> voidPage(row, view));
    }

    RedirectView print(@PathVariable UUID id, Actor actor) {
        var row = desk.tenancy().read(actor.schoolId(), () -> row(id, actor));
        return desk.prints().count(actor, pages.ref(row), book.path() + "/" + id + "/prints");
    }

    ResponseEntity<byte[]> printed(@PathVariable UUID id, @PathVariable int nth, HttpServletRequest request, Actor actor) {
        var row = desk.tenancy().read(actor.schoolId(), () -> row(id, actor));
        var paper = desk.tenancy().read(actor.schoolId(), () -> pages.paper(row));
        return desk.prints().draw(request, actor, pages.ref(row), nth, paper, book.path() + "/" + id);
    }

    private Record row(UUID id, Actor actor) {
        return desk.records().find(book, id, actor).orElseThrow(NotFound::new);
    }

    private ModelAndView document(Record row, Actor actor, FormView view) {
        return new ModelAndView("web/document", Map.of("page", pages.page(row, actor, view, desk.today())));
    }

    private ModelAndView voidPage(Record row, FormView view) {
        var path = book.path() + "/" + row.get(book.id());
        var messages = desk.messages();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say("logbook.void.title", row.get(book.no())), path, row.get(book.no()), path + "/voiding", view,
                messages.say("logbook.void.again")).or("only", messages.say("logbook.void.only")).lead(messages.say("logbook.void.lead")).about(pages.paper(row))));
    }
}
