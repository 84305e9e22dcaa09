package org.zongwu.imports.run;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.zongwu.kernel.ImportTemplate;

/** Hears how far a run is; may end it by throwing. */
interface Steps {
    Steps UNHEARD = (phase, done, total) -> { };

    /** READ has no end that is known before; the others count rows. */
    enum Phase { READ, JUDGE, WRITE, KEEP }

    void at(Phase phase, int done, int total);

    /** What a template reports of its rows, as part of all rows of the file. */
    default ImportTemplate.Progress of(int before, int total) {
        return done -> at(Phase.WRITE, before + done, total);
    }

    /** The rows, heard as they are taken up for the first time. */
    default List<ImportTemplate.Row> heard(List<ImportTemplate.Row> rows, int before, int total) {
        return this == UNHEARD ? rows : new Heard(rows, this, before, total);
    }

    final class Heard extends AbstractList<ImportTemplate.Row> implements RandomAccess {
        private static final int NOW_AND_THEN = 500;

        private final List<ImportTemplate.Row> rows;
        private final Steps steps;
        private final int before;
        private final int total;
        private int furthest;

        Heard(List<ImportTemplate.Row> rows, Steps steps, int before, int total) {
            this.rows = rows;
            this.steps = steps;
            this.before = before;
            this.total = total;
        }

        @Override
        public ImportTemplate.Row get(int index) {
            if (index >= furthest) {
                furthest = index + 1;
                if (furthest % NOW_AND_THEN == 0) steps.at(Phase.JUDGE, before + furthest, total);
            }
            return rows.get(index);
        }

        @Override
        public int size() {
            return rows.size();
        }
    }
}
