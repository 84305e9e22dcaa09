package org.zongwu.engine;

import java.util.List;

/** Gapless document numbers: one row a series and fiscal year, locked until the commit, so taken as late as can be. */
public interface Series {
    /** The next number, as {@code LW-2026-00318}; given back when the transaction rolls back. Within a transaction only. */
    default String next(String series, int fiscalYear) {
        return next(series, fiscalYear, 1).getFirst();
    }

    /** So many next numbers at once, in order, for documents that are written together. */
    List<String> next(String series, int fiscalYear, int count);
}
