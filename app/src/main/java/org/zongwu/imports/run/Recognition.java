package org.zongwu.imports.run;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.zongwu.imports.mapping.Header;
import org.zongwu.kernel.RuleBroken;

/** Tells which template a file was meant for; when that is not plain, the person is asked. */
final class Recognition {
    private static final int PLAIN = 350;
    private static final int APART = 60;

    private Recognition() {}

    /** @throws RuleBroken {@code R-IMP-2} when no template fits, or more than one does about as well */
    static Workbook best(List<Workbook> candidates) {
        var fitting = candidates.stream().filter(Workbook::fits).sorted(Comparator.comparingInt(Workbook::closeness).reversed()).toList();
        if (fitting.isEmpty()) throw nothing(candidates);
        var best = fitting.getFirst();
        var rivals = fitting.stream().filter(w -> best.closeness() - w.closeness() < APART).toList();
        if (rivals.size() > 1) throw RuleBroken.at("template", "R-IMP-2", "rule.imports.which", titles(rivals));
        if (best.closeness() < PLAIN) throw RuleBroken.at("template", "R-IMP-2", "rule.imports.unsure", best.fields().title());
        return best;
    }

    private static RuleBroken nothing(List<Workbook> candidates) {
        return candidates.stream().flatMap(w -> w.nearest().stream()).max(Comparator.comparingInt(h -> h.found().size()))
                .filter(h -> h.found().size() > 1)
                .map(Recognition::missing)
                .orElseGet(() -> RuleBroken.at("template", "R-IMP-2", "rule.imports.no-header"));
    }

    /** Names what a sheet lacks to be what it seems to be. */
    static RuleBroken missing(Header header) {
        return RuleBroken.at("template", "R-IMP-2", "rule.imports.missing", header.template().title(), String.join("、", header.missing()),
                header.firstLine());
    }

    private static String titles(List<Workbook> workbooks) {
        return workbooks.stream().map(w -> w.fields().title()).collect(Collectors.joining("、"));
    }
}
