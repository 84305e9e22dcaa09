package org.zongwu.notices.outlet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines put together into as few messages as an outlet takes, none of them longer than it may be. */
final class Pieces {
    private Pieces() {}

    /**
     * @param most bytes of UTF-8 in one message
     * @return for each message how many of the lines are in it, with its text
     */
    static List<Piece> of(List<String> lines, int most) {
        var all = new ArrayList<Piece>();
        var text = new StringBuilder();
        var count = 0;
        for (var line : lines) {
            var cut = cut(line, most);
            if (count > 0 && bytes(text) + 1 + bytes(cut) > most) {
                all.add(new Piece(count, text.toString()));
                text.setLength(0);
                count = 0;
            }
            if (count > 0) text.append('\n');
            text.append(cut);
            count++;
        }
        if (count > 0) all.add(new Piece(count, text.toString()));
        return all;
    }

    record Piece(int lines, String text) {}

    private static String cut(String line, int most) {
        if (bytes(line) <= most) return line;
        var end = line.length();
        while (bytes(line.substring(0, end)) + 3 > most) end = line.offsetByCodePoints(end, -1);
        return line.substring(0, end) + "…";
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
