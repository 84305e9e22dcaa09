package org.zongwu.logbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;
import org.zongwu.web.Typed;

/** The blanks of a book, or of one of its steps, as a form: declared, read into a draft, and filled again. */
final class BookForm {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Form REASON = Form.of("logbook.void").area("reason");

    private final Logbook book;
    private final List<Blank> blanks;
    private final Links.Directories directories;
    private final Parents parents;
    private final Messages messages;

    /** Finds the record of another book that was typed into a blank: by its number, or by what people call it there. */
    interface Parents {
        Optional<Links.Meant> find(Blank blank, String typed);
    }

    BookForm(Logbook book, List<Blank> blanks, Links.Directories directories, Parents parents, Messages messages) {
        this.book = book;
        this.blanks = blanks;
        this.directories = directories;
        this.parents = parents;
        this.messages = messages;
    }

    Form form(@Nullable Logbook lines, LocalDate today) {
        var form = Form.of(book.key());
        for (var blank : blanks) {
            declare(form, blank, today);
            if (blank.optional) form.optional();
            if (blank.wide) form.wide();
        }
        if (lines != null) {
            form.lines(lines.key());
            for (var blank : lineBlanks(lines)) line(form, lines, blank);
        }
        return form;
    }

    private static List<Blank> lineBlanks(Logbook lines) {
        return lines.blanks.stream().filter(b -> b.kind != Blank.Kind.PARENT && b.kind != Blank.Kind.FILE).toList();
    }

    private void declare(Form form, Blank blank, LocalDate today) {
        var name = blank.name();
        switch (blank.kind) {
            case AREA -> form.area(name);
            case DAY -> form.day(name);
            case MOMENT -> form.moment(name);
            case WHOLE -> form.whole(name);
            case QUANTITY -> form.quantity(name);
            case MONEY -> form.money(name);
            case PRICE -> form.price(name);
            case CHOICE -> form.choice(name, () -> words(book, blank));
            case YES -> form.choice(name, this::yesNo);
            case CLASS -> form.choice(name, () -> Links.words(directories.people().classes(today), c -> c.title()));
            case DEPARTMENT -> form.choice(name, () -> Links.words(directories.people().departments(today), d -> d.name()));
            case PERSON, ROOM, PARTY, PARENT -> form.pick(name, pick(blank));
            case FILE -> form.file(name);
            case TEXT -> form.text(name);
        }
    }

    private void line(Form form, Logbook lines, Blank blank) {
        switch (blank.kind) {
            case CHOICE -> form.lineChoice(blank.name(), () -> words(lines, blank));
            case PERSON, ROOM, PARTY -> form.line(blank.name(), Form.Kind.PICK, pick(blank));
            default -> form.line(blank.name(), Form.Kind.valueOf(blank.kind == Blank.Kind.AREA ? "TEXT" : blank.kind.name()), null);
        }
        if (blank.optional) form.optionalLine();
        if (blank.wide) form.wideLine();
    }

    private static String pick(Blank blank) {
        return switch (blank.kind) {
            case PERSON -> "/school/employees/pick";
            case ROOM -> "/school/rooms/pick";
            case PARTY -> "/parties/pick";
            default -> blank.parent.get().path() + "/pick";
        };
    }

    private Map<String, String> words(Logbook of, Blank blank) {
        var all = new LinkedHashMap<String, String>();
        for (var value : blank.choices.getEnumConstants()) all.put(value.name(), messages.say(of.key() + "." + blank.name() + "." + value.name()));
        return all;
    }

    private Map<String, String> yesNo() {
        var all = new LinkedHashMap<String, String>();
        all.put("true", messages.say("yes.true"));
        all.put("false", messages.say("yes.false"));
        return all;
    }

    /** @throws RuleBroken at the blank in which nobody can be found who is meant */
    Draft read(Typed in, @Nullable Logbook lines, LocalDate today) {
        var links = new Links(directories, today);
        var draft = Draft.blank();
        for (var blank : blanks) read(draft, blank, in, links);
        if (lines != null) {
            for (var typed : in.lines()) {
                var line = Draft.blank();
                for (var blank : lineBlanks(lines)) readLine(line, blank, typed, links);
                draft.line(line);
            }
        }
        return draft;
    }

    private void read(Draft draft, Blank blank, Typed in, Links links) {
        var name = blank.name();
        if (blank.kind == Blank.Kind.FILE || in.optional(name) == null) return;
        switch (blank.kind) {
            case DAY -> draft.put(blank.field, in.day(name));
            case MOMENT -> draft.put(blank.field, instant(in.moment(name)));
            case WHOLE -> draft.put(blank.field, in.whole(name));
            case QUANTITY -> draft.put(blank.field, in.quantity(name).value());
            case MONEY -> draft.put(blank.field, in.money(name).fen());
            case PRICE -> draft.put(blank.field, in.price(name));
            case YES -> draft.put(blank.field, Boolean.valueOf(in.text(name)));
            case PARENT -> parent(draft, blank, in.text(name));
            case PERSON, ROOM, CLASS, PARTY, DEPARTMENT -> link(draft, blank, name, in.text(name), links);
            default -> draft.put(blank.field, in.text(name));
        }
    }

    private void readLine(Draft draft, Blank blank, Typed.Line in, Links links) {
        var name = blank.name();
        if (in.optional(name) == null) return;
        switch (blank.kind) {
            case DAY -> draft.put(blank.field, in.day(name));
            case WHOLE -> draft.put(blank.field, in.quantity(name).value().intValue());
            case QUANTITY -> draft.put(blank.field, in.quantity(name).value());
            case MONEY -> draft.put(blank.field, in.money(name).fen());
            case PRICE -> draft.put(blank.field, in.price(name));
            case PERSON, ROOM, CLASS, PARTY, DEPARTMENT -> link(draft, blank, in.field(name), in.text(name), links);
            default -> draft.put(blank.field, in.text(name));
        }
    }

    private static void link(Draft draft, Blank blank, String field, String text, Links links) {
        var meant = links.typed(blank.kind, field, text);
        draft.put(blank.field, meant.id());
        draft.put(blank.readable(), meant.written());
    }

    private void parent(Draft draft, Blank blank, String no) {
        var meant = parents.find(blank, no)
                .orElseThrow(() -> RuleBroken.at(blank.name(), "R-LOG-2", "rule.logbook.no-parent", no, messages.say(blank.parent.get().key() + ".one")));
        draft.put(blank.field, meant.id());
        draft.put(blank.readable(), meant.written());
    }

    /** A form nobody has written in yet. */
    FormView fresh(Draft draft, @Nullable Logbook lines, LocalDate today) {
        var view = FormView.blank(form(lines, today));
        blanks.stream().filter(b -> b.today).forEach(b -> view.with(b.name(), today));
        return fill(view, draft, lines);
    }

    private FormView fill(FormView view, Draft draft, @Nullable Logbook lines) {
        for (var blank : blanks) if (draft.has(blank.readable())) view.with(blank.name(), typed(blank, draft.get(blank.readable())));
        if (lines != null) {
            for (var line : draft.lines()) {
                for (var blank : lineBlanks(lines)) view.withLine(blank.name(), line.has(blank.readable()) ? typed(blank, line.get(blank.readable())) : "");
            }
        }
        return view;
    }

    /** A value as somebody would type it. */
    private static String typed(Blank blank, Object value) {
        return switch (value) {
            case Instant at -> Shown.fullTime(at);
            case Long fen when blank.kind == Blank.Kind.MONEY -> new Money(fen).yuan().toPlainString();
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    static @Nullable Instant instant(@Nullable LocalDateTime moment) {
        return moment == null ? null : moment.atZone(ZONE).toInstant();
    }

    /** A value as people read it. */
    String shown(Blank blank, @Nullable Object value) {
        return switch (value) {
            case null -> "—";
            case Instant at -> Shown.fullTime(at);
            case Boolean yes -> messages.say("yes." + yes);
            case Long fen when blank.kind == Blank.Kind.MONEY -> new Money(fen).toString();
            case BigDecimal number when blank.kind == Blank.Kind.PRICE -> Shown.price(number);
            case BigDecimal number -> new Quantity(number.setScale(3, RoundingMode.HALF_UP)).toString();
            case String text when blank.kind == Blank.Kind.CHOICE -> messages.say(book.key() + "." + blank.name() + "." + text);
            default -> value.toString();
        };
    }
}
