package org.zongwu.termreport.docx;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STUnderline;

/** Paragraphs, links and bookmarks of one document. */
final class Writing {
    private static final String INK = "000000";
    private static final String PENCIL = "B4B4B4";

    private final XWPFDocument document;
    private long bookmarks;

    Writing(XWPFDocument document) {
        this.document = document;
    }

    XWPFDocument document() {
        return document;
    }

    XWPFParagraph paragraph(String style) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    XWPFParagraph paragraph(String style, String words) {
        var paragraph = paragraph(style);
        words(paragraph, words);
        return paragraph;
    }

    XWPFRun words(XWPFParagraph paragraph, String words) {
        var run = paragraph.createRun();
        run.setText(words);
        return run;
    }

    /** A link that reads as plain text: black, with a pale dotted line that a copier swallows. */
    void link(XWPFParagraph paragraph, String words, String url) {
        var run = paragraph.createHyperlinkRun(url);
        run.setText(words);
        var look = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        look.addNewColor().setVal(INK);
        var line = look.addNewU();
        line.setVal(STUnderline.DOTTED);
        line.setColor(PENCIL);
    }

    /** Marks the whole paragraph, so that the navigation pane and other documents can point to it. */
    void bookmark(XWPFParagraph paragraph) {
        var id = Paper.big(bookmarks++);
        var start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(id);
        start.setName("place_" + id);
        paragraph.getCTP().addNewBookmarkEnd().setId(id);
    }
}
