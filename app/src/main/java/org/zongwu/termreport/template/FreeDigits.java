package org.zongwu.termreport.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds numbers that somebody typed into a text instead of asking the records, or of answering for them (R-SUM-2). */
public final class FreeDigits {
    /** Digits of any width, a share in words, and a number in words from ten on; 一 to 九 alone are words like others. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[.,，]\\p{Nd}+)*[%％‰]?|百分之[〇零一二三四五六七八九十百千]+"
            + "|[一二两三四五六七八九]*[十百千万亿][一二三四五六七八九十百千万亿]+|[一二两三四五六七八九]+[十百千万亿]");

    private FreeDigits() {}

    public static List<Finding> in(Template template) {
        var found = new ArrayList<Finding>();
        Stream.concat(template.title().stream(), template.sections().stream().flatMap(FreeDigits::lines))
                .forEach(paragraph -> paragraph.parts().forEach(part -> look(paragraph.line(), words(part), found)));
        template.leftovers().forEach(leftover -> look(leftover.line(), leftover.words(), found));
        return List.copyOf(found);
    }

    private static Stream<Template.Paragraph> lines(Template.Section section) {
        return Stream.of(Stream.ofNullable(section.heading()), section.contents().stream().flatMap(FreeDigits::words), section.parts().stream().flatMap(FreeDigits::lines))
                .flatMap(s -> s);
    }

    private static Stream<Template.Paragraph> words(Template.Content content) {
        return switch (content) {
            case Template.Paragraph paragraph -> Stream.of(paragraph);
            case Template.Claim claim -> Stream.of(claim.words());
            case Template.Insert insert -> Stream.empty();
        };
    }

    private static String words(Part part) {
        return switch (part) {
            case Part.Text text -> text.words();
            case Part.Token token -> token.measure();
            case Part.Word word -> "";
            case Part.Handwritten typed -> "";
        };
    }

    private static void look(int line, String words, List<Finding> found) {
        var number = NUMBER.matcher(words);
        while (number.find()) found.add(new Finding(line, number.group()));
    }

    /** @param line in the template, from 1 */
    public record Finding(int line, String digits) {}
}
