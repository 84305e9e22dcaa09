package org.zongwu.imports.mapping;

/** What a line below the header is: a record, or one of the lines that clerks put between and below records. */
enum LineKind {
    RECORD, BLANK, SUBTOTAL, REPEATED_HEADER, NOTE
}
