package org.zongwu.repairs.door;

/** One sign on a door: where it is, its code to be typed, and the code to be scanned. */
public record Sign(String place, String code, String qr) {}
