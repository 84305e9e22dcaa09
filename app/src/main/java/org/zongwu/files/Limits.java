package org.zongwu.files;

import java.util.Set;

/**
 * What is taken in at one place.
 *
 * @param bytes the largest file
 * @param kinds what it may be
 */
public record Limits(long bytes, Set<FileKind> kinds) {
    private static final long MEGABYTE = 1024 * 1024;

    /** Spreadsheets to import. An old .xls is taken in as an original, even where it cannot be read. */
    public static final Limits SHEETS = new Limits(25 * MEGABYTE, Set.of(FileKind.XLSX, FileKind.XLS, FileKind.TEXT));

    /** Papers and pictures that belong to a document. */
    public static final Limits PAPERS = new Limits(25 * MEGABYTE, Set.of(FileKind.values()));
}
