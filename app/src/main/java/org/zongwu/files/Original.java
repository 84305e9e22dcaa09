package org.zongwu.files;

/** A file as it was handed in. Two files with the same bytes are one original. Size in bytes. */
public record Original(String sha256, long size, FileKind kind) {}
