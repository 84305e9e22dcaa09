package org.zongwu.imports.mapping;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.zongwu.imports.sheet.Line;
import org.zongwu.imports.sheet.Sheet;

/** What a line below the header is: a record, or one of the lines that clerks put between and below records. */
enum LineKind {
    RECORD, BLANK, SUBTOTAL, REPEATED_HEADER, NOTE;

    private static final Pattern TOTAL = Pattern.compile(
            "(.{0,20}(小计|合计|总计|共计|累计|汇总)|(小计|合计|总计|共计|累计)[\\d:：、,，(（].*|subtotal|total|grandtotal|sum)");
    private static final Pattern NOTE_WORDS = Pattern.compile(
            "^[(（【\\[]?(注|说明|备注|附注|填表|制表|审核|复核|负责人|经办人?签|单位负责|主管|盖章|以上|本表|填报|打印|第.{1,4}页)([:：.、\\d\\s共表人日单].*|$)");
    private static final Pattern DIVIDER = Pattern.compile("^[-—–=*_~·.\\s]{2,}.*|.*[-—–=*_~]{2,}$");

    static LineKind of(Sheet sheet, Header header, Line line) {
        if (line.isBlank()) return BLANK;
        if (repeats(sheet, header, line)) return REPEATED_HEADER;
        var texts = line.cells().stream().filter(t -> !t.isEmpty()).toList();
        if (texts.stream().limit(3).anyMatch(LineKind::isTotal)) return SUBTOTAL;
        return isNote(sheet, header, line, texts) ? NOTE : RECORD;
    }

    private static boolean isTotal(String text) {
        return text.length() <= 40 && TOTAL.matcher(text.replaceAll("[\\s\\p{Z}]", "").toLowerCase(Locale.ROOT)).matches();
    }

    /** A printed page begins with the header again; so does a page of a pasted ledger, title and all. */
    private static boolean repeats(Sheet sheet, Header header, Line line) {
        for (var number = 1; number <= header.lastLine(); number++) {
            if (sameWords(sheet.line(number), line, number >= header.firstLine() ? 2 : 1)) return true;
        }
        return false;
    }

    private static boolean sameWords(Line header, Line line, int least) {
        var same = 0;
        for (var column = 0; column < line.cells().size(); column++) {
            var text = Heading.plain(line.text(column));
            if (text.isEmpty()) continue;
            if (!text.equals(Heading.plain(header.text(column)))) return false;
            same++;
        }
        return same >= least;
    }

    private static boolean isNote(Sheet sheet, Header header, Line line, List<String> texts) {
        var first = texts.getFirst();
        if (NOTE_WORDS.matcher(first).find() && texts.size() <= 4) return true;
        if (texts.size() > 1) return false;
        if (DIVIDER.matcher(first).matches()) return true;
        var column = line.cells().indexOf(first);
        var merge = sheet.merges().at(line.number(), column);
        return merge != null && merge.width() >= Math.max(3, header.columns().size() / 2);
    }
}
