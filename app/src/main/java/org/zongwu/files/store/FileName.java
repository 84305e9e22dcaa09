package org.zongwu.files.store;

/** What a person called a file: for showing only, never a path. */
final class FileName {
    private static final int LONGEST = 200;

    private FileName() {}

    static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        if (plain.isEmpty() || plain.chars().allMatch(c -> c == '.')) return "file";
        return plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
    }
}
