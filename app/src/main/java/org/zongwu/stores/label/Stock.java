package org.zongwu.stores.label;

/**
 * What the labels are printed on, in millimetres. Its word is {@code stores.label.stock.NAME}.
 *
 * <p>SHEET_24 is the common A4 sheet of 3 × 8 labels without gaps; ROLL a label printer's roll, one label a page.
 */
enum Stock {
    SHEET_24(210, 297, 3, 8, 70, 37, 0), SHEET_14(210, 297, 2, 7, 99, 38, 6), ROLL(50, 30, 1, 1, 50, 30, 0);

    final int pageWidth;
    final int pageHeight;
    final int columns;
    final int rows;
    final int width;
    final int height;
    /** Left margin; the top margin is what is left over, halved. */
    final int left;

    Stock(int pageWidth, int pageHeight, int columns, int rows, int width, int height, int left) {
        this.pageWidth = pageWidth;
        this.pageHeight = pageHeight;
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
        this.left = left;
    }

    int aPage() {
        return columns * rows;
    }

    /** In tenths of a millimetre, so that half of an odd rest is whole. */
    int topTenths() {
        return (pageHeight - rows * height) * 5;
    }
}
