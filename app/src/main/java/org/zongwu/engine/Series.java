package org.zongwu.engine;

/** Gapless document numbers: one row a series and fiscal year, locked until the commit, so taken as late as can be. */
public interface Series {
    /** The next number, as {@code LW-2026-00318}; given back when the transaction rolls back. Within a transaction only. */
    String next(String series, int fiscalYear);
}
