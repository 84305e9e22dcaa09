package org.zongwu.fleet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The number plate by which everybody calls a car. */
public final class Plate {
    /** In the name of a sheet or in its title. */
    public static final Pattern IN_TITLE = Pattern.compile("(\\p{IsHan}[A-Z][-·•. ]?[A-Z0-9]{4,6})(?![A-Z0-9])");

    private Plate() {}

    /** As it is kept: half-width capitals without blanks. */
    public static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "").toUpperCase(Locale.ROOT);
    }
}
