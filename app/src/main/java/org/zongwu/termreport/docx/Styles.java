package org.zongwu.termreport.docx;

import static org.zongwu.termreport.docx.Paper.big;

import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * Named styles, so that an office that edits the file changes a style and not a hundred lines. Fonts are only named:
 * Word and WPS bring them.
 */
final class Styles {
    static final String BODY = "Normal";
    static final String TITLE = "Title";
    static final String SUBTITLE = "Subtitle";
    static final String SIGNATURE = "Signature";
    static final String PAGE_NUMBER = "PageNumberLine";
    static final String APPENDIX = "AppendixMark";
    static final String APPENDIX_TITLE = "AppendixTitle";
    static final String NOTE = "AppendixNote";
    static final String CELL = "TableCell";
    static final String HEAD = "TableHead";
    static final String SEAL = "SealPicture";
    static final String GAP = "Gap";
    static final String CAPTION = "Caption";
    static final String PLAN_CELL = "PlanCell";
    static final String PLAN_HEAD = "PlanHead";

    static final String SONG = "宋体";
    static final String TITLE_SONG = "方正小标宋简体";
    static final String FANG_SONG = "仿宋_GB2312";
    static final String HEI = "黑体";
    static final String KAI = "楷体_GB2312";
    private static final String LATIN = "Times New Roman";

    private final XWPFStyles styles;

    private Styles(XWPFStyles styles) {
        this.styles = styles;
    }

    static void add(XWPFDocument document) {
        var sheet = new Styles(document.getStyles() == null ? document.createStyles() : document.getStyles());
        sheet.style(BODY, "Normal", FANG_SONG, 16, 28, null, p -> {
            indent(p);
            p.addNewJc().setVal(STJc.BOTH);
        });
        for (var level = 1; level <= 3; level++) {
            var outline = big(level - 1L);
            sheet.style(heading(level), "heading " + level, level == 1 ? HEI : level == 2 ? KAI : FANG_SONG, 16, 28, BODY, p -> {
                p.addNewKeepNext();
                p.addNewOutlineLvl().setVal(outline);
            });
        }
        sheet.style(TITLE, "Title", TITLE_SONG, 22, 36, null, p -> centre(p, 0));
        sheet.style(SUBTITLE, "Subtitle", KAI, 16, 28, null, p -> centre(p, 28));
        sheet.style(SIGNATURE, "Signature", FANG_SONG, 16, 28, null, p -> {});
        sheet.style(PAGE_NUMBER, "Page Number Line", SONG, 14, 18, null, p -> {});
        sheet.style(APPENDIX, "Appendix Mark", HEI, 16, 28, null, p -> p.addNewKeepNext());
        sheet.style(APPENDIX_TITLE, "Appendix Title", TITLE_SONG, 18, 30, null, p -> centre(p, 10));
        sheet.style(NOTE, "Appendix Note", FANG_SONG, 12, 20, null, p -> {
            p.addNewJc().setVal(STJc.BOTH);
            p.getSpacing().setAfter(big(120));
        });
        sheet.style(CAPTION, "caption", HEI, 14, 24, null, p -> {
            p.addNewKeepNext();
            p.getSpacing().setBefore(big(120));
        });
        sheet.style(GAP, "Gap", FANG_SONG, 5, 8, null, p -> {});
        sheet.style(SEAL, "Seal Picture", FANG_SONG, 12, 0, null, p -> {
            p.addNewKeepNext();
            p.getSpacing().unsetLine();
            p.getSpacing().unsetLineRule();
        });
        sheet.style(CELL, "Table Cell", FANG_SONG, 10, 15, null, p -> {});
        sheet.style(HEAD, "Table Head", HEI, 10, 15, null, p -> {});
        sheet.style(PLAN_CELL, "Plan Cell", FANG_SONG, 12, 18, null, p -> {});
        sheet.style(PLAN_HEAD, "Plan Head", HEI, 12, 18, null, p -> {});
    }

    static String heading(int level) {
        return "Heading" + level;
    }

    /** What a school's own file calls so already stays as it is there. */
    private void style(String id, String name, String font, int points, int line, @Nullable String basedOn, Consumer<CTPPrGeneral> layout) {
        if (styles.styleExist(id)) return;
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        if (id.equals(BODY)) style.setDefault(true);
        if (basedOn != null) style.addNewBasedOn().setVal(basedOn);
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        // as in print: a point that ends a line may hang, and Latin words keep a little space from the characters
        paragraph.addNewOverflowPunct();
        paragraph.addNewAutoSpaceDE();
        paragraph.addNewAutoSpaceDN();
        exactly(paragraph, line);
        layout.accept(paragraph);
        var run = style.addNewRPr();
        fonts(run, font);
        run.addNewSz().setVal(big(points * 2L));
        run.addNewSzCs().setVal(big(points * 2L));
        run.addNewLang().setEastAsia("zh-CN");
        styles.addStyle(new XWPFStyle(style)); // takes a copy: nothing can be added afterwards
    }

    private static void fonts(CTRPr run, String font) {
        CTFonts fonts = run.addNewRFonts();
        // each script names its font, Word does not fall back; digits in the text are Times, in headings of the heading's own face
        var latin = font.equals(FANG_SONG) || font.equals(KAI) ? LATIN : font;
        fonts.setAscii(latin);
        fonts.setHAnsi(latin);
        fonts.setEastAsia(font);
        fonts.setCs(latin);
    }

    private static void exactly(CTPPrGeneral paragraph, int points) {
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(big(0));
        spacing.setAfter(big(0));
        spacing.setLine(big(points * 20L));
        spacing.setLineRule(STLineSpacingRule.EXACT);
    }

    /** Two characters; as a length too, because LibreOffice does not read the first alone. */
    private static void indent(CTPPrGeneral paragraph) {
        var indent = paragraph.addNewInd();
        indent.setFirstLineChars(big(200));
        indent.setFirstLine(big(640));
    }

    private static void centre(CTPPrGeneral paragraph, int pointsAfter) {
        paragraph.addNewJc().setVal(STJc.CENTER);
        paragraph.getSpacing().setAfter(big(pointsAfter * 20L));
    }
}
