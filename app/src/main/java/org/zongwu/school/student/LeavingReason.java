package org.zongwu.school.student;

/** Why a student's time in a class ended; its word is message {@code leavingreason.NAME}. */
enum LeavingReason {
    /** To another class of this school. */
    MOVED,
    /** To another school. */
    TRANSFERRED_OUT,
    /** 休学: keeps the place and may come back. */
    SUSPENDED,
    WITHDRAWN,
    GRADUATED
}
