package org.zongwu.imports.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.zongwu.imports.sheet.Line;
import org.zongwu.imports.sheet.Sheet;

/** Tells records from the other lines below a header. */
final class LineKinds {
    private static final Pattern TOTAL = Pattern.compile(
            "(.{0,20}(小计|合计|总计|共计|累计|汇总)|(小计|合计|总计|共计|累计)[\\d:：、,，(（].*|subtotal|total|grandtotal|sum)");
    private static final Pattern NOTE_WORDS = Pattern.compile(
            "^[(（【\\[]?(注|说明|备注|附注|填表|制表|审核|复核|负责人|经办人?签|单位负责|主管|盖章|盘点人?|监盘人?|以上|本表|填报|打印|第.{1,4}页)([:：.、\\d\\s共表人日单].*|$)"
                    + "|^[(（]?(接下页|接上页|转下页|续上页|承前页|过次页|下接|上接|以下空白)");
    private static final Pattern DIVIDER = Pattern.compile("^[-—–=*_~·.\\s]{2,}.*|.*[-—–=*_~]{2,}$|^【[^】]{1,30}】$");
    /** 保管员：王强 at the foot of a list. */
    private static final Pattern LABELLED = Pattern.compile("^\\p{IsHan}{2,8}\\s*[:：].*");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]");

    private static final int LONGEST_DIVIDER = 200;

    private final Sheet sheet;
    private final Header header;
    /** The lines above and of the header, normalised; a printed page begins with them again. */
    private final List<List<String>> top = new ArrayList<>();

    LineKinds(Sheet sheet, Header header) {
        this.sheet = sheet;
        this.header = header;
        for (var number = 1; number <= header.lastLine(); number++) {
            top.add(sheet.line(number).cells().stream().map(Heading::plain).toList());
        }
    }

    LineKind of(Line line) {
        if (line.isBlank()) return LineKind.BLANK;
        if (repeats(line)) return LineKind.REPEATED_HEADER;
        var texts = line.cells().stream().filter(t -> !t.isEmpty()).limit(5).toList();
        if (texts.stream().limit(3).anyMatch(LineKinds::isTotal)) return LineKind.SUBTOTAL;
        return isNote(line, texts) ? LineKind.NOTE : LineKind.RECORD;
    }

    private static boolean isTotal(String text) {
        if (text.length() > 40 || text.indexOf('计') < 0 && text.indexOf('汇') < 0 && !isLatin(text.charAt(0))) return false;
        return TOTAL.matcher(BLANKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isLatin(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private boolean repeats(Line line) {
        for (var i = 0; i < top.size(); i++) {
            if (sameWords(top.get(i), line, i + 1 >= header.firstLine() ? 2 : 1)) return true;
        }
        return false;
    }

    private static boolean sameWords(List<String> top, Line line, int least) {
        var same = 0;
        for (var column = 0; column < line.cells().size(); column++) {
            var text = line.text(column);
            if (text.isEmpty()) continue;
            var wanted = column < top.size() ? top.get(column) : "";
            if (wanted.isEmpty() || text.length() < wanted.length() || !Heading.plain(text).equals(wanted)) return false;
            same++;
        }
        return same >= least;
    }

    private boolean isNote(Line line, List<String> texts) {
        var first = texts.getFirst();
        if (texts.size() <= 4 && NOTE_WORDS.matcher(first).find()) return true;
        if (texts.size() > 1) return texts.size() <= 4 && texts.stream().allMatch(t -> LABELLED.matcher(t).matches());
        if (first.length() <= LONGEST_DIVIDER && DIVIDER.matcher(first).matches()) return true;
        var merge = sheet.merges().at(line.number(), line.cells().indexOf(first));
        return merge != null && merge.width() >= Math.max(3, header.columns().size() / 2);
    }
}
