package org.zongwu.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Money;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.Span;

/** What somebody typed into a {@link Form}, judged: every problem is found before anything is done. */
public final class Typed {
    static final int MAX_LINES = 200;
    private static final int MAX_TEXT = 2000;
    private static final Pattern FULL = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern MOMENT = Pattern.compile("(.+?)[T\\s]*(\\d{1,2})[:时](\\d{2})分?(?::\\d{2})?");
    private static final Pattern TIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIGHT_SHORT = Pattern.compile("(\\d{2})(\\d{2})");

    private final Form form;
    private final Map<String, String[]> raw;
    private final LocalDate today;
    private final Messages messages;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    Typed(Form form, Map<String, String[]> raw, LocalDate today, Messages messages) {
        this.form = form;
        this.raw = raw;
        this.today = today;
        this.messages = messages;
        form.inputs.forEach(i -> judge(i, i.name(), text(raw, i.name(), 0), label(i.name())));
        if (!form.lineInputs.isEmpty()) judgeLines();
    }

    private void judgeLines() {
        var count = form.lineInputs.stream().mapToInt(i -> raw.getOrDefault(i.name(), new String[0]).length).max().orElse(0);
        for (var line = 0; line < count; line++) {
            var n = line;
            if (form.lineInputs.stream().allMatch(i -> text(raw, i.name(), n) == null)) continue;
            lines.add(line);
            for (var i : form.lineInputs) judge(i, i.name() + "-" + line, text(raw, i.name(), line), messages.say("form.line", lines.size(), messages.first(form.lineKey + "." + i.name(), form.key + "." + i.name(), "label." + i.name())));
        }
        if (lines.isEmpty()) problems.add(new Problem(form.lineInputs.getFirst().name() + "-0", messages.say("form.no-lines")));
        if (lines.size() > MAX_LINES) problems.add(new Problem(null, messages.say("form.too-many-lines", MAX_LINES)));
    }

    private void judge(Form.Input input, String id, @Nullable String text, String label) {
        if (input.kind() == Form.Kind.FILE) return; // whoever takes it in looks at what came
        if (text == null) {
            if (!input.optional()) problems.add(new Problem(id, messages.say(input.kind() == Form.Kind.CHOICE ? "form.choose" : "form.required", label)));
            return;
        }
        if (text.length() > MAX_TEXT) problems.add(new Problem(id, messages.say("form.too-long", label, MAX_TEXT)));
        var wrong = switch (input.kind()) {
            case DAY -> day(text, today) == null ? "form.day" : null;
            case MOMENT -> moment(text, today) == null ? "form.moment" : null;
            case QUANTITY -> number(text, 3, 15) == null || number(text, 3, 15).signum() <= 0 ? "form.quantity" : null;
            case MONEY -> number(text, 2, 12) == null || number(text, 2, 12).signum() < 0 ? "form.money" : null;
            case PRICE -> number(text, 6, 12) == null || number(text, 6, 12).signum() < 0 ? "form.price" : null;
            case WHOLE -> number(text, 0, 9) == null ? "form.whole" : null;
            default -> null;
        };
        if (wrong != null) problems.add(new Problem(id, messages.say(wrong, label, text)));
    }

    List<Problem> problems() {
        return problems;
    }

    public String text(String name) {
        var text = text(raw, name, 0);
        return text == null ? "" : text;
    }

    public @Nullable String optional(String name) {
        return text(raw, name, 0);
    }

    /** As typed, blanks at the ends included: for passwords only. */
    public String secret(String name) {
        var all = raw.get(name);
        return all == null || all.length == 0 ? "" : all[0];
    }

    public @Nullable LocalDate day(String name) {
        var text = optional(name);
        return text == null ? null : day(text, today);
    }

    /** A day and a time, in the school's zone. */
    public @Nullable LocalDateTime moment(String name) {
        var text = optional(name);
        return text == null ? null : moment(text, today);
    }

    public @Nullable Money money(String name) {
        var text = optional(name);
        return text == null ? null : Money.ofYuan(number(text, 2, 12));
    }

    public @Nullable BigDecimal price(String name) {
        var text = optional(name);
        return text == null ? null : number(text, 6, 12);
    }

    public int whole(String name) {
        return number(text(name), 0, 9).intValueExact();
    }

    public @Nullable Quantity quantity(String name) {
        var text = optional(name);
        return text == null ? null : new Quantity(number(text, 3, 15));
    }

    public List<Line> lines() {
        return lines.stream().map(Line::new).toList();
    }

    private String label(String name) {
        return messages.first(form.key + "." + name, "label." + name);
    }

    private static @Nullable String text(Map<String, String[]> raw, String name, int index) {
        var all = raw.get(name);
        if (all == null || index >= all.length) return null;
        var text = all[index].strip();
        return text.isEmpty() ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Reads a day as people write it; null when it is none. Without a year it is the year of {@code today}. */
    public static @Nullable LocalDate day(String typed, @Nullable LocalDate today) {
        var text = halfWidth(typed).replace(" ", "");
        try {
            for (var pattern : List.of(FULL, TIGHT)) {
                var m = pattern.matcher(text);
                if (m.matches()) return LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
            }
            for (var pattern : List.of(SHORT, TIGHT_SHORT)) {
                var m = pattern.matcher(text);
                if (m.matches() && today != null) return LocalDate.of(today.getYear(), Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            }
        } catch (DateTimeException e) {
            return null;
        }
        return null;
    }

    /** Reads a day and a time of day behind it, {@code 9月1日 11:20} or {@code 2026-09-01T11:20}; null when it is none. */
    public static @Nullable LocalDateTime moment(String typed, @Nullable LocalDate today) {
        var m = MOMENT.matcher(halfWidth(typed).strip());
        if (!m.matches()) return null;
        var day = day(m.group(1), today);
        var hour = Integer.parseInt(m.group(2));
        var minute = Integer.parseInt(m.group(3));
        return day == null || hour > 23 || minute > 59 ? null : day.atTime(hour, minute);
    }

    /** Reads a number as people write it: ￥, commas, blanks and full-width digits do not matter; null when it is none or too fine. */
    static @Nullable BigDecimal number(String typed, int scale, int digits) {
        var text = halfWidth(typed).replaceAll("[\\s,¥￥元]", "").replace('−', '-');
        if (!text.matches("-?\\d{1," + digits + "}(\\.\\d+)?")) return null;
        var value = new BigDecimal(text).stripTrailingZeros();
        return value.scale() > scale ? null : value.setScale(Math.max(0, Math.min(scale, Math.max(value.scale(), 0))));
    }

    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** One typed line of the grid. */
    public final class Line {
        private final int index;

        private Line(int index) {
            this.index = index;
        }

        /** Id of the field on the page, for a refusal that belongs to it. */
        public String field(String name) {
            return name + "-" + index;
        }

        public String text(String name) {
            var text = Typed.text(raw, name, index);
            return text == null ? "" : text;
        }

        public @Nullable String optional(String name) {
            return Typed.text(raw, name, index);
        }

        public Quantity quantity(String name) {
            return new Quantity(number(text(name), 3, 15));
        }

        public @Nullable LocalDate day(String name) {
            var text = optional(name);
            return text == null ? null : Typed.day(text, today);
        }

        public BigDecimal price(String name) {
            return number(text(name), 6, 12);
        }

        public @Nullable Money money(String name) {
            var text = optional(name);
            return text == null ? null : Money.ofYuan(number(text, 2, 12));
        }
    }

    /** @param field id of the input on the page; null when the problem belongs to the whole form */
    record Problem(@Nullable String field, String sentence) {}

    /** From and to as an address says them; what is not readable is the usual one's, and a span never ends before it begins. */
    public static Span span(@Nullable String from, @Nullable String to, Span usual) {
        var first = or(from, usual.from());
        var last = or(to, usual.to());
        return last.isBefore(first) ? new Span(first, first) : new Span(first, last);
    }

    private static LocalDate or(@Nullable String text, LocalDate otherwise) {
        var day = text == null || text.isBlank() ? null : day(text, otherwise);
        return day == null ? otherwise : day;
    }
}
