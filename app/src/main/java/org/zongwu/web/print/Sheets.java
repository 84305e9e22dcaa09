package org.zongwu.web.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zongwu.web.Paper;
import org.zongwu.web.Paper.Meta;

/** A paper divided into sheets of A5 landscape, so that nothing of it runs off one. Heights are estimated, in tenths of a millimetre. */
public final class Sheets {
    /** A slip of money has five lines a sheet; unused ones are struck through, so that nothing can be added (会计基础工作规范 art. 51). */
    static final int LINES = 5;
    /** Between the head of a sheet and its signatures. */
    private static final int ROOM = 900;
    private static final int WIDTH = 1840;
    private static final int ROW = 86;
    private static final int LINE = 49;
    private static final int PADDING = 24;
    private static final int META_ROW = 53;
    private static final int META_A_ROW = 3;
    /** The width of a character of ten points, and of what stands before a value. */
    private static final int EM = 36;
    private static final int HALF_EM = 20;
    private static final int LABEL = 280;
    /** No more of one text than this many lines at once, so that a sheet is filled and the rest goes on. */
    private static final int PIECE = 4;

    private final Paper paper;
    private final List<Sheet> sheets = new ArrayList<>();
    private Draft sheet;

    private Sheets(Paper paper) {
        this.paper = paper;
        sheet = new Draft();
    }

    /**
     * @param unused lines to strike through
     * @param last   the sheet with the totals
     */
    public record Sheet(List<List<Meta>> fields, List<List<String>> lines, int unused, List<Meta> texts, boolean last) {}

    static List<Sheet> of(Paper paper) {
        return new Sheets(paper).divided();
    }

    private List<Sheet> divided() {
        if (paper.heads().isEmpty()) for (var row : paper.fields()) field(row);
        for (var line : paper.lines()) line(line);
        for (var text : paper.texts()) for (var piece : pieces(text)) text(piece);
        sheets.add(sheet.done(true));
        return sheets;
    }

    private void field(List<Meta> row) {
        var value = row.getFirst().wide() ? WIDTH - LABEL : WIDTH / 2 - LABEL;
        var height = row.stream().mapToInt(m -> Math.max(height(m.value(), value), height(m.label(), LABEL))).max().orElse(ROW);
        make(height);
        sheet.fields.add(row);
    }

    private void line(List<String> line) {
        var free = (int) paper.heads().stream().filter(h -> h.mm() == 0).count();
        var rest = (WIDTH - paper.heads().stream().mapToInt(h -> 10 * h.mm()).sum()) / Math.max(1, free);
        var height = ROW;
        for (var i = 0; i < line.size(); i++) height = Math.max(height, height(line.get(i), paper.heads().get(i).mm() == 0 ? rest : 10 * paper.heads().get(i).mm()));
        if (isMoney() && sheet.lines.size() == LINES) next();
        make(height);
        sheet.lines.add(line);
    }

    private void text(Meta piece) {
        make(height(piece.value(), WIDTH - LABEL));
        sheet.texts.add(piece);
    }

    private boolean isMoney() {
        return !paper.words().isEmpty();
    }

    private void make(int height) {
        if (sheet.used + height > ROOM && !sheet.isEmpty()) next();
        sheet.used += height;
    }

    private void next() {
        sheets.add(sheet.done(false));
        sheet = new Draft();
    }

    /** A text in pieces of few lines, broken where it breaks anyway. */
    private static List<Meta> pieces(Meta text) {
        var all = new ArrayList<Meta>();
        var piece = new StringBuilder();
        var wide = (WIDTH - LABEL - 2 * PADDING) / EM * EM;
        for (var paragraph : text.value().split("\n")) {
            var from = 0;
            while (from < paragraph.length() || from == 0) {
                var to = end(paragraph, from, wide * PIECE);
                piece.append(paragraph, from, to);
                all.add(new Meta(text.label(), piece.toString()));
                piece.setLength(0);
                from = Math.max(to, 1);
            }
        }
        return all;
    }

    /** The end of as much text as takes that width. */
    private static int end(String text, int from, int width) {
        var used = 0;
        for (var i = from; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            used += em(text.codePointAt(i));
            if (used > width) return i;
        }
        return text.length();
    }

    private static int height(@Nullable String text, int width) {
        var length = Optional.ofNullable(text).orElse("").codePoints().map(Sheets::em).sum();
        return Math.max(ROW, Math.ceilDiv(length, width - 2 * PADDING) * LINE + PADDING);
    }

    /** Latin letters and digits take about half of a full width. */
    private static int em(int character) {
        return character < 0x2E80 ? HALF_EM : EM;
    }

    /** A sheet being filled. */
    private final class Draft {
        private final List<List<Meta>> fields = new ArrayList<>();
        private final List<List<String>> lines = new ArrayList<>();
        private final List<Meta> texts = new ArrayList<>();
        private int used = paper.heads().isEmpty() ? 0 : Math.ceilDiv(paper.meta().size(), META_A_ROW) * META_ROW + ROW + (isMoney() ? ROW : 0);

        private boolean isEmpty() {
            return fields.isEmpty() && lines.isEmpty() && texts.isEmpty();
        }

        private Sheet done(boolean last) {
            return new Sheet(fields, lines, isMoney() ? LINES - lines.size() : 0, texts, last);
        }
    }
}
