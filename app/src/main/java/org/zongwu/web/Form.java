package org.zongwu.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A form, declared: its inputs in order and, where a document has lines, the inputs of a line. Labels are messages
 * {@code KEY.NAME}, else {@code label.NAME}; a hint is {@code KEY.NAME.hint}. {@link Submissions} reads and judges what was
 * typed; {@link FormView} shows it again.
 */
public final class Form {
    /** A form of nothing but its button. */
    public static final Form BUTTON = Form.of("button");

    final String key;
    final List<Input> inputs = new ArrayList<>();
    final List<Input> lineInputs = new ArrayList<>();
    String lineKey;

    private Form(String key) {
        this.key = key;
        lineKey = key;
    }

    public static Form of(String key) {
        return new Form(key);
    }

    /**
     * How an input is typed. PICK is a text with suggestions from an address; DAY, MOMENT, QUANTITY, MONEY and PRICE forgive width,
     * blanks and signs. A FILE makes the form one that uploads.
     */
    public enum Kind { TEXT, AREA, DAY, MOMENT, QUANTITY, MONEY, PRICE, WHOLE, CHOICE, PICK, PASSWORD, FILE, HIDDEN }

    public Form text(String name) {
        return add(new Input(name, Kind.TEXT, false, false, null, null));
    }

    public Form area(String name) {
        return add(new Input(name, Kind.AREA, false, true, null, null));
    }

    public Form day(String name) {
        return add(new Input(name, Kind.DAY, false, false, null, null));
    }

    /** A day and a time of day. */
    public Form moment(String name) {
        return add(new Input(name, Kind.MOMENT, false, false, null, null));
    }

    public Form money(String name) {
        return add(new Input(name, Kind.MONEY, false, false, null, null));
    }

    public Form price(String name) {
        return add(new Input(name, Kind.PRICE, false, false, null, null));
    }

    /** An original to upload; {@link Typed} knows only whether there is one. */
    public Form file(String name) {
        return add(new Input(name, Kind.FILE, false, true, null, null));
    }

    public Form quantity(String name) {
        return add(new Input(name, Kind.QUANTITY, false, false, null, null));
    }

    public Form whole(String name) {
        return add(new Input(name, Kind.WHOLE, false, false, null, null));
    }

    public Form password(String name) {
        return add(new Input(name, Kind.PASSWORD, false, false, null, null));
    }

    public Form hidden(String name) {
        return add(new Input(name, Kind.HIDDEN, true, false, null, null));
    }

    /** @param options value to word, in order; asked each time the form is drawn, within a reading transaction */
    public Form choice(String name, Supplier<Map<String, String>> options) {
        return add(new Input(name, Kind.CHOICE, false, false, options, null));
    }

    /** @param from address that answers {@code ?q=} with suggestions ({@link Suggestion}) */
    public Form pick(String name, String from) {
        return add(new Input(name, Kind.PICK, false, false, null, from));
    }

    /** The lines have words of their own: messages {@code KEY.NAME}. */
    public Form lines(String key) {
        lineKey = key;
        return this;
    }

    /** A column of the line grid. */
    public Form line(String name, Kind kind, @Nullable String from) {
        lineInputs.add(new Input(name, kind, false, false, null, from));
        return this;
    }

    /** A column of the line grid in which one of several words is chosen. */
    public Form lineChoice(String name, Supplier<Map<String, String>> options) {
        lineInputs.add(new Input(name, Kind.CHOICE, false, false, options, null));
        return this;
    }

    /** The column of the line grid just added may stay empty. */
    public Form optionalLine() {
        lineInputs.add(lineInputs.removeLast().asOptional());
        return this;
    }

    /** The column of the line grid just added takes most of the width. */
    public Form wideLine() {
        lineInputs.add(lineInputs.removeLast().asWide());
        return this;
    }

    /** An optional column of the line grid. */
    public Form optionalLine(String name, Kind kind) {
        lineInputs.add(new Input(name, kind, true, false, null, null));
        return this;
    }

    /** The input just added may stay empty. */
    public Form optional() {
        inputs.add(inputs.removeLast().asOptional());
        return this;
    }

    /** The input just added takes twice the width. */
    public Form wide() {
        inputs.add(inputs.removeLast().asWide());
        return this;
    }

    boolean uploads() {
        return inputs.stream().anyMatch(i -> i.kind() == Kind.FILE);
    }

    private Form add(Input input) {
        inputs.add(input);
        return this;
    }

    /** One input as declared. */
    public record Input(String name, Kind kind, boolean optional, boolean wide, @Nullable Supplier<Map<String, String>> options, @Nullable String from) {
        /** Whether it lines up at the right, as numbers do. */
        public boolean numeric() {
            return switch (kind) {
                case QUANTITY, MONEY, PRICE, WHOLE -> true;
                default -> false;
            };
        }

        Input asOptional() {
            return new Input(name, kind, true, wide, options, from);
        }

        Input asWide() {
            return new Input(name, kind, optional, true, options, from);
        }
    }

    /** One suggestion of a PICK: the text it writes, what it is, a second word, and what the reader typed to find it. */
    public record Suggestion(String value, String label, String detail) {}
}
