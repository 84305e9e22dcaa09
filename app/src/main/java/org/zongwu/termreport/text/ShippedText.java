package org.zongwu.termreport.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.template.FreeDigits;
import org.zongwu.termreport.template.Template;
import org.zongwu.termreport.template.TemplateParser;

/** The texts that come with the product, one a theme. */
public final class ShippedText {
    private static final Map<Theme, String> ALL = read();

    private ShippedText() {}

    public static String of(Theme theme) {
        return ALL.get(theme);
    }

    public static Template template(Theme theme) {
        return TemplateParser.parse(of(theme));
    }

    /** @throws IllegalStateException when a number was typed into one (R-SUM-2): no report may be written from it */
    private static Map<Theme, String> read() {
        var all = new EnumMap<Theme, String>(Theme.class);
        for (var theme : Theme.values()) {
            var name = "/termreport/" + theme.code() + "_zh.txt";
            try (var in = ShippedText.class.getResourceAsStream(name)) {
                if (in == null) throw new IllegalStateException(name + " is not in the program");
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                var digits = FreeDigits.in(TemplateParser.parse(text));
                if (!digits.isEmpty()) throw new IllegalStateException("R-SUM-2: numbers that no record stands behind, in " + name + ": " + digits);
                all.put(theme, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
