package org.zongwu.imports.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.zongwu.kernel.RuleBroken;

/** Reads comma or tab separated text: UTF-8, UTF-16 with a mark, else GB18030, in which old office programs write. */
final class CsvReader {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE_LINES = 30;

    Sheet read(Path file) throws IOException {
        var text = text(Files.readAllBytes(file));
        requireNoPage(text);
        var separator = separator(text);
        var lines = new ArrayList<Line>();
        var cells = 0;
        for (var scan = new Scan(text, separator); scan.hasMore(); ) {
            var line = new Line(lines.size() + 1, scan.next());
            cells += Math.max(1, line.cells().size());
            if (cells > SheetFile.MOST_CELLS) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.too-many-cells", SheetFile.MOST_CELLS);
            lines.add(line);
        }
        return new Sheet("", false, lines, Merges.NONE, List.of(), false);
    }

    private static String text(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, GB18030);
        }
    }

    /** Many programs export a web page and call it .xls. */
    private static void requireNoPage(String text) {
        var start = text.substring(0, Math.min(text.length(), 500)).strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<")) throw RuleBroken.at("file", "R-IMP-1", "rule.imports.web-page");
    }

    private static char separator(String text) {
        var counts = new int[128];
        var quoted = false;
        var lines = 0;
        for (var i = 0; i < text.length() && lines < SAMPLE_LINES; i++) {
            var c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (!quoted && c == '\n') lines++;
            else if (!quoted && c < 128) counts[c]++;
        }
        if (counts['\t'] > counts[','] && counts['\t'] >= counts[';']) return '\t';
        return counts[';'] > counts[','] ? ';' : ',';
    }

    /** One record after the other; a quoted cell may hold separators, line breaks and doubled quotes. */
    private static final class Scan {
        private final String text;
        private final char separator;
        private int at;

        Scan(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        boolean hasMore() {
            return at < text.length();
        }

        List<String> next() {
            var cells = new ArrayList<String>();
            while (true) {
                cells.add(cell());
                if (at >= text.length()) break;
                var c = text.charAt(at++);
                if (c == separator) continue;
                if (c == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
                break;
            }
            while (!cells.isEmpty() && cells.getLast().isEmpty()) cells.removeLast();
            cells.trimToSize();
            return cells.isEmpty() ? List.of() : Collections.unmodifiableList(cells);
        }

        private String cell() {
            if (text.startsWith("=\"", at)) at++; // ="00123", the way to keep a code from becoming a number
            if (at < text.length() && text.charAt(at) == '"') return CellText.of(quoted() + plain());
            return CellText.of(plain());
        }

        private String plain() {
            var start = at;
            while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') at++;
            return text.substring(start, at);
        }

        private String quoted() {
            var words = new StringBuilder();
            for (at++; at < text.length(); at++) {
                var c = text.charAt(at);
                if (c != '"') words.append(c);
                else if (at + 1 < text.length() && text.charAt(at + 1) == '"') words.append(text.charAt(at++));
                else break;
            }
            at = Math.min(text.length(), at + 1);
            return words.toString();
        }
    }
}
