package org.zongwu.termreport.docx;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** The sheet of GB/T 9704-2012: A4, its margins, and the page number on the outer side. Lengths in twips, a twentieth of a point. */
final class Paper {
    static final int TEXT_WIDTH = mm(156);
    private static final int CHARACTER = 14 * 20;

    private Paper() {}

    static void lay(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(big(mm(210)));
        size.setH(big(mm(297)));
        margins(section);
        document.getSettings().setEvenAndOddHeadings(true);
        pageNumber(document, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        pageNumber(document, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
    }

    static int mm(int length) {
        return (int) Math.round(length * 1440 / 25.4);
    }

    static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static void margins(CTSectPr section) {
        var margins = section.addNewPgMar();
        margins.setTop(big(mm(37)));
        margins.setBottom(big(mm(35)));
        margins.setLeft(big(mm(28)));
        margins.setRight(big(mm(26)));
        margins.setHeader(big(mm(15)));
        // the dash of the number stands 7 mm below the text
        margins.setFooter(big(mm(25)));
        margins.setGutter(big(0));
    }

    private static void pageNumber(XWPFDocument document, HeaderFooterType pages, ParagraphAlignment outer) {
        var paragraph = document.createFooter(pages).createParagraph();
        paragraph.setStyle(Styles.PAGE_NUMBER);
        paragraph.setAlignment(outer);
        // one character free on the outer side
        if (outer == ParagraphAlignment.RIGHT) paragraph.setIndentationRight(CHARACTER);
        else paragraph.setIndentationLeft(CHARACTER);
        paragraph.createRun().setText("— ");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue("PAGE");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        paragraph.createRun().setText("1");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        paragraph.createRun().setText(" —");
    }
}
