package org.zongwu.termreport.figure;

import java.util.Comparator;
import java.util.List;
import org.zongwu.kernel.Control;

/** Every control of the house, asked once, by id. */
public record Proof(List<Line> lines) {
    /** Asks them, within the caller's transaction. */
    public static Proof of(List<Control> controls) {
        return new Proof(controls.stream().map(c -> new Line(c.id(), c.check())).sorted(Comparator.comparing(Line::id)).toList());
    }

    public long rows() {
        return lines.stream().mapToLong(line -> line.result().rows()).sum();
    }

    public long findings() {
        return lines.stream().mapToLong(line -> line.result().findings().size()).sum();
    }

    public record Line(String id, Control.Result result) {}
}
