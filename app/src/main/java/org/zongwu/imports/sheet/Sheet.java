package org.zongwu.imports.sheet;

import java.util.List;

/**
 * One sheet as text.
 *
 * @param hidden   whether the person who opens the file does not see it
 * @param lines    in the order of their numbers; lines that the file does not hold are left out
 * @param merges   merged ranges; the text stands in the first cell of each
 * @param unsolved formulas whose result the file does not hold and that could not be worked out
 * @param from1904 whether a day that shows as a number is counted from 1904, as old Macs did
 */
public record Sheet(String name, boolean hidden, List<Line> lines, Merges merges, List<Place> unsolved, boolean from1904) {
    /** The line of that number, counted from 1; an empty one when the file does not hold it. */
    public Line line(int number) {
        var low = 0;
        for (var high = lines.size() - 1; low <= high; ) {
            var middle = (low + high) >>> 1;
            var line = lines.get(middle);
            if (line.number() == number) return line;
            if (line.number() < number) low = middle + 1;
            else high = middle - 1;
        }
        return new Line(number, List.of());
    }

    /** A cell: line number from 1, column from 0. */
    public record Place(int line, int column) {}
}
