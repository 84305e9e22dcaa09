package org.zongwu.termreport.docx;

import static org.zongwu.termreport.docx.Paper.big;

import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table as wide as the text: thin rules, a head that comes again on every page, rows that no page break cuts. */
final class Grid {
    private static final String RULE = "7F7F7F";

    private final XWPFTable table;
    private final List<Column> columns;
    private final String cellStyle;

    /** @param width share of the text width, of all columns' shares together */
    record Column(String title, int width, ParagraphAlignment alignment) {
        static Column words(String title, int width) {
            return new Column(title, width, ParagraphAlignment.LEFT);
        }

        static Column number(String title, int width) {
            return new Column(title, width, ParagraphAlignment.RIGHT);
        }

        static Column centred(String title, int width) {
            return new Column(title, width, ParagraphAlignment.CENTER);
        }
    }

    Grid(Writing writing, List<Column> columns, String headStyle, String cellStyle) {
        this.columns = columns;
        this.cellStyle = cellStyle;
        table = writing.document().createTable(1, columns.size());
        frame();
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        keepWhole(head);
        for (var i = 0; i < columns.size(); i++) {
            var paragraph = cell(head, i, headStyle);
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            writing.words(paragraph, columns.get(i).title());
        }
    }

    /** A new row; each cell has one empty paragraph. */
    List<XWPFParagraph> row() {
        var row = table.createRow();
        keepWhole(row);
        return java.util.stream.IntStream.range(0, columns.size()).mapToObj(i -> {
            var paragraph = cell(row, i, cellStyle);
            paragraph.setAlignment(columns.get(i).alignment());
            return paragraph;
        }).toList();
    }

    /** The last rows go with what follows, so that a signature never stands on a page of its own. */
    void keepLastRowsWithNext() {
        var rows = table.getRows();
        rows.subList(Math.max(0, rows.size() - 2), rows.size()).forEach(r -> r.getTableCells().forEach(c -> c.getParagraphs().forEach(p -> p.setKeepNext(true))));
    }

    private void frame() {
        var properties = table.getCTTbl().getTblPr();
        var width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(big(Paper.TEXT_WIDTH));
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        (properties.isSetJc() ? properties.getJc() : properties.addNewJc()).setVal(STJcTable.CENTER);
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, RULE);
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 8, 0, RULE);
        table.setLeftBorder(XWPFTable.XWPFBorderType.NIL, 0, 0, RULE);
        table.setRightBorder(XWPFTable.XWPFBorderType.NIL, 0, 0, RULE);
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, "BFBFBF");
        table.setInsideVBorder(XWPFTable.XWPFBorderType.NIL, 0, 0, RULE);
        table.setCellMargins(50, 70, 50, 70);
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) grid.removeGridCol(0);
        for (var i = 0; i < columns.size(); i++) grid.addNewGridCol().setW(big(width(i)));
    }

    private int width(int column) {
        return Paper.TEXT_WIDTH * columns.get(column).width() / columns.stream().mapToInt(Column::width).sum();
    }

    private XWPFParagraph cell(XWPFTableRow row, int column, String style) {
        var cell = row.getCell(column);
        cell.setWidth(Integer.toString(width(column)));
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        var paragraph = cell.getParagraphs().getFirst();
        paragraph.setStyle(style);
        return paragraph;
    }

    private static void keepWhole(XWPFTableRow row) {
        row.setCantSplitRow(true);
    }
}
