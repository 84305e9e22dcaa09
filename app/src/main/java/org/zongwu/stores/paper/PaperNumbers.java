package org.zongwu.stores.paper;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Numbers for the slips of one file: those of the paper, marked where the number is another's already, as after an import that was taken back. */
final class PaperNumbers {
    private static final String RED = "红";
    private static final int LIKELY = 9;

    private final Set<String> taken;

    /** @param known tells which of these numbers are taken */
    PaperNumbers(Collection<String> written, Function<Collection<String>, Set<String>> known) {
        var likely = new HashSet<String>();
        for (var no : written) for (var n = 1; n <= LIKELY; n++) likely.addAll(List.of(marked(no, n), marked(no + RED, n)));
        taken = new HashSet<>(known.apply(likely));
    }

    private static String marked(String no, int n) {
        return n == 1 ? no : no + "·" + n;
    }

    /** @param red whether it is written in red under the number of the slip that it corrects */
    String of(String written, boolean red) {
        var no = red ? written + RED : written;
        for (var n = 1; ; n++) if (taken.add(marked(no, n))) return marked(no, n);
    }
}
