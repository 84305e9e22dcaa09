package org.zongwu.stores.slip;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Field;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.files.Limits;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.slip.SlipKind.Blank;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Guarded;
import org.zongwu.web.NotFound;
import org.zongwu.web.Register;

/** The screens of one kind: register, form, document, and one noun for each step it takes. {@link SlipEndpoints} gives it its addresses. */
final class SlipController implements Guarded {
    private static final int SUGGESTIONS = 8;
    private static final Set<Duty> READERS = EnumSet.of(Duty.STOREKEEPER, Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.VP_LOGISTICS, Duty.ACCOUNTANT,
            Duty.ACC_SUPERVISOR, Duty.ASSET_ADMIN, Duty.AUDIT_MEMBER);
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NO = field(name("r", "no"), String.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);

    private final SlipKind kind;
    private final SlipParts parts;
    private final SlipForm form;
    private final SlipPages pages;
    private final Register register;

    SlipController(SlipKind kind, SlipParts parts) {
        this.kind = kind;
        this.parts = parts;
        form = new SlipForm(kind, parts.items(), parts.warehouses(), parts.messages());
        pages = new SlipPages(kind, parts.messages(), parts.trail(), parts.journal(), parts.originals());
        register = register();
    }

    private Register register() {
        var columns = new ArrayList<>(List.of(Column.code("no", NO).link(r -> kind.path() + "/" + r.get(ID)), Column.date("day", DAY)));
        if (kind.asks(Blank.SOURCE)) columns.add(Column.code("source", text("source_no")));
        columns.add(Column.text("warehouse", text("warehouse")));
        if (kind.asks(Blank.TARGET)) columns.add(Column.text("target", text("target")));
        if (kind.second().named()) columns.add(Column.text("person", text("person")));
        if ("supplier".equals(kind.told())) columns.add(Column.text("supplier", text("supplier")));
        if (kind.asks(Blank.INVOICE)) columns.add(Column.code("invoice", text("invoice_no")));
        if (kind.asks(Blank.REASON)) columns.add(Column.word("reason", text("reason"), kind.key() + ".reason"));
        columns.addAll(List.of(Column.text("maker", text("maker")), Column.count("lines", field(name("r", "lines"), Integer.class)),
                Column.money("amount", field(name("r", "amount"), Long.class)).summed(), Column.status("state", text("state"), "stores.slip.state", SlipPages::mark)));
        return Register.of(kind.key(), kind.path()).columns(columns.toArray(Column[]::new)).with(ID)
                .words(NO, text("source_no"), text("person"), text("supplier"), text("maker")).days(DAY).choice("state", text("state"), pages::states)
                .flag("effective", field(name("r", "effective"), Boolean.class).isTrue()).linkFlag("posted", NO.isNotNull()).linkFlag("open", NO.isNull())
                .order("-day", ID).phone(kind.told(), "amount", List.of("no", "day", "warehouse"), "state").creates(kind.path() + "/new", Duty.STOREKEEPER);
    }

    private static Field<String> text(String column) {
        return field(name("r", column), String.class);
    }

    @Override
    public Access access(Method handler) {
        var named = kind.second().named();
        return switch (handler.getName()) {
            case "list", "show", "print", "printed" -> named ? Access.EVERYONE : Access.of(READERS);
            case "sign" -> named ? Access.EVERYONE : Access.of(Set.of(kind.second().duty()));
            case "withdraw" -> named ? Access.EVERYONE : Access.of(Set.of(kind.second().duty(), Duty.STOREKEEPER));
            default -> Access.of(SlipKind.writers());
        };
    }

    Object list(HttpServletRequest request, Actor actor) {
        return parts.registers().show(register, () -> parts.views().rows(kind, actor), request, actor);
    }

    /** Suggestions for the document that this one is to refer to. */
    @ResponseBody
    List<Form.Suggestion> sources(@RequestParam(defaultValue = "") String q, Actor actor) {
        if (q.isBlank()) return List.of();
        return parts.tenancy().read(actor.schoolId(), () -> kind.sources(q.strip(), SUGGESTIONS).stream().map(s -> new Form.Suggestion(s.no(),
                s.with() == null ? s.no() : s.with(), s.day().toString())).toList());
    }

    /** @param source number of the document to refer to, with what is left of it */
    ModelAndView blank(@RequestParam(defaultValue = "") String source, Actor actor) {
        return parts.tenancy().read(actor.schoolId(), () -> newPage(filled(source.isEmpty() ? SlipContent.of(parts.today()) : kind.proposal(source, parts.today()))));
    }

    Object create(@RequestParam(defaultValue = "submit") String then, HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return parts.submissions().post(request, actor, form.form(), kind.path() + "/" + id + "?did=" + ("draft".equals(then) ? "drafted" : "slip-submitted"), in -> {
            parts.service().draft(actor, kind, id, form.read(in, parts.today()));
            attach(request, actor, id);
            if (!"draft".equals(then)) parts.service().submit(actor, kind, id, 1);
        }, this::newPage);
    }

    private void attach(HttpServletRequest request, Actor actor, UUID id) {
        var file = kind.asks(Blank.FILE) && request instanceof MultipartHttpServletRequest uploads ? uploads.getFile("file") : null;
        if (file == null || file.isEmpty()) return;
        try (var content = file.getInputStream()) {
            var called = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
            parts.originals().attach(actor, SlipService.ref(kind, id, ""), parts.originals().store(actor, content, called, Limits.PAPERS), called);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ModelAndView show(@PathVariable String ref, Actor actor) {
        return parts.tenancy().read(actor.schoolId(), () -> document(slip(ref, actor), actor, FormView.blank(Form.BUTTON)));
    }

    ModelAndView edit(@PathVariable String ref, Actor actor) {
        return parts.tenancy().read(actor.schoolId(), () -> {
            var slip = slip(ref, actor);
            if (slip.isPosted()) throw new RuleBroken("R-ISS-2", "rule.stores.issue.posted-is-final");
            return editPage(slip, filled(slip.content()));
        });
    }

    Object change(@PathVariable String ref, @RequestParam int version, @RequestParam(defaultValue = "submit") String then, HttpServletRequest request, Actor actor) {
        var slip = read(ref, actor);
        return parts.submissions().post(request, actor, form.form(), kind.path() + "/" + slip.id() + "?did=" + ("draft".equals(then) ? "drafted" : "slip-submitted"), in -> {
            parts.service().change(actor, kind, slip.id(), version, form.read(in, parts.today()));
            attach(request, actor, slip.id());
            if (!"draft".equals(then) && "DRAFT".equals(slip.state())) parts.service().submit(actor, kind, slip.id(), version + 1);
        }, view -> editPage(slip, view));
    }

    Object submit(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "slip-submitted", request, actor, id -> parts.service().submit(actor, kind, id, version));
    }

    Object sign(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "slip-signed", request, actor, id -> parts.service().sign(actor, kind, id, version));
    }

    Object withdraw(@PathVariable String ref, @RequestParam int version, HttpServletRequest request, Actor actor) {
        return step(ref, "withdrawn", request, actor, id -> parts.service().withdraw(actor, kind, id, version));
    }

    Object post(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        return step(ref, "slip-posted", request, actor, id -> parts.service().post(actor, kind, id, parts.today()));
    }

    Object delete(@PathVariable String ref, HttpServletRequest request, Actor actor) {
        var slip = read(ref, actor);
        return parts.submissions().post(request, actor, Form.BUTTON, kind.path() + "?did=deleted", in -> parts.service().delete(actor, kind, slip.id()),
                view -> document(slip(ref, actor), actor, view));
    }

    ModelAndView reversal(@PathVariable String ref, Actor actor) {
        return parts.tenancy().read(actor.schoolId(), () -> reversalPage(posted(ref, actor), FormView.blank(SlipForm.REVERSAL)));
    }

    /** One button: 冲销并重填; the other only takes back. */
    Object reverse(@PathVariable String ref, @RequestParam(defaultValue = "correct") String then, HttpServletRequest request, Actor actor) {
        var slip = parts.tenancy().read(actor.schoolId(), () -> posted(ref, actor));
        var only = "only".equals(then);
        var next = Ids.next();
        return parts.submissions().post(request, actor, SlipForm.REVERSAL, kind.path() + "/" + (only ? slip.id() + "?did=reversed" : next + "/edit?did=refill"), in -> {
            if (only) parts.service().reverse(actor, kind, slip.id(), parts.today(), in.text("reason"));
            else parts.service().reverseAndCorrect(actor, kind, slip.id(), next, parts.today(), in.text("reason"));
        }, view -> reversalPage(slip, view));
    }

    RedirectView print(@PathVariable String ref, Actor actor) {
        var slip = read(ref, actor);
        return parts.prints().count(actor, pages.ref(slip), kind.path() + "/" + slip.id() + "/prints");
    }

    ResponseEntity<byte[]> printed(@PathVariable String ref, @PathVariable int nth, HttpServletRequest request, Actor actor) {
        var slip = read(ref, actor);
        return parts.prints().draw(request, actor, pages.ref(slip), nth, pages.paper(slip), kind.path() + "/" + slip.id());
    }

    private Object step(String ref, String did, HttpServletRequest request, Actor actor, Consumer<UUID> work) {
        var id = read(ref, actor).id();
        return parts.submissions().post(request, actor, Form.BUTTON, kind.path() + "/" + id + "?did=" + did, in -> work.accept(id), view -> document(slip(ref, actor),
                actor, view));
    }

    private SlipView read(String ref, Actor actor) {
        return parts.tenancy().read(actor.schoolId(), () -> slip(ref, actor));
    }

    /** By id or number; what is not one's own to see is not there. */
    private SlipView slip(String ref, Actor actor) {
        var id = ref.length() == 36 ? UUID.fromString(ref) : parts.views().idOf(ref).orElseThrow(NotFound::new);
        var slip = parts.views().slip(kind, id).orElseThrow(NotFound::new);
        if (!parts.views().mayRead(actor, slip)) throw new NotFound();
        return slip;
    }

    /** Only what is posted can be taken back; a draft is changed or deleted. */
    private SlipView posted(String ref, Actor actor) {
        var slip = slip(ref, actor);
        if (!slip.isPosted()) throw new NotFound();
        return slip;
    }

    private FormView filled(SlipContent content) {
        var known = parts.items().byIds(content.lines().stream().map(SlipContent.Line::itemId).toList());
        return form.filled(content, content.lines().stream().map(l -> known.get(l.itemId()).code()).toList());
    }

    private ModelAndView document(SlipView slip, Actor actor, FormView view) {
        return new ModelAndView("web/document", Map.of("page", pages.document(slip, actor, view)));
    }

    private ModelAndView newPage(FormView view) {
        return formPage(FormPage.of(say("new"), kind.path(), say("title"), kind.path(), view, parts.messages().say("stores.submit")));
    }

    private ModelAndView editPage(SlipView slip, FormView view) {
        var path = kind.path() + "/" + slip.id();
        return formPage(FormPage.of(say("one"), path, say("one"), path + "?version=" + slip.version(), view, parts.messages().say("stores.submit"))
                .lead(slip.corrects() == null ? null : parts.messages().say("stores.corrects.lead", slip.corrects().no())));
    }

    private ModelAndView formPage(FormPage page) {
        return new ModelAndView("web/form", Map.of("page", page.or("draft", parts.messages().say("stores.save-draft")).note(say("note"))));
    }

    private ModelAndView reversalPage(SlipView slip, FormView view) {
        var path = kind.path() + "/" + slip.id();
        return new ModelAndView("web/form", Map.of("page", FormPage.of(parts.messages().say("stores.reversal.title", slip.no()), path, slip.no(), path + "/reversal", view,
                parts.messages().say("stores.reversal.correct")).or("only", parts.messages().say("stores.reversal.only")).lead(parts.messages().say("stores.reversal.lead"))));
    }

    private String say(String word) {
        return parts.messages().say(kind.key() + "." + word);
    }
}
