package org.zongwu.logbook;

import org.zongwu.web.Column;

/** A state that a record of a logbook may be in. Its word is message {@code BOOK.state.NAME}, else {@code state.NAME}. */
public interface BookState {
    /** Of the enum that implements this. */
    String name();

    /** What stands beside the word: finished states carry nothing. */
    Column.Mark mark();

    /** Of a book whose records have nothing to go through: written down, and that is all. */
    enum Plain implements BookState {
        RECORDED;

        @Override
        public Column.Mark mark() {
            return Column.Mark.END;
        }
    }
}
