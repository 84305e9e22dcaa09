package org.zongwu.kernel;

/** How a record came to be: carried over from a file, or made by doing the work. */
public enum Grade {
    IMPORTED, WORKED, MIXED, NONE
}
