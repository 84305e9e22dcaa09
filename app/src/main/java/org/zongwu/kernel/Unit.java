package org.zongwu.kernel;

/** What a figure counts. YUAN is exact to the fen; PERCENT is 0–100. Its word is message {@code unit.NAME}. */
public enum Unit {
    PERSON, CLASS, ROOM, DOCUMENT, TIMES, ITEM, YUAN, PERCENT, PARTY, DAY, HOUR, PLACE, KILOMETRE, LITRE, KILOGRAM, VEHICLE, PIECE, MATTER, COPY, ENTRY
}
