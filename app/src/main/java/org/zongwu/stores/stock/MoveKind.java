package org.zongwu.stores.stock;

import java.util.UUID;

/** Why a card changed. Its word is message {@code stores.move.NAME}. */
public enum MoveKind {
    OPENING(false, "stores.receipt", "/stores/receipts"), RECEIPT(false, "stores.receipt", "/stores/receipts"), ISSUE(true, "stores.issue", "/stores/issues"),
    RECEIPT_REVERSAL(false, "stores.receipt", "/stores/receipts"), ISSUE_REVERSAL(true, "stores.issue", "/stores/issues"), RETURN(false, "stores.return", "/stores/returns"),
    TRANSFER_IN(false, "stores.transfer", "/stores/transfers"), TRANSFER_OUT(true, "stores.transfer", "/stores/transfers"),
    /** Goods that go back are red on the side on which they came. */
    SUPPLIER_RETURN(false, "stores.supplier-return", "/stores/supplier-returns"),
    /** An invoice that differs from the estimate: the amount alone. */
    PRICE_DIFFERENCE(false, "stores.price-difference", "/stores/price-differences"), SCRAP(true, "stores.scrap", "/stores/scraps"),
    COUNT_GAIN(false, "stores.variance", "/stores/variances"), COUNT_LOSS(true, "stores.variance", "/stores/variances"), LOAN_LOSS(true, "stores.loan", "/stores/loans");

    private final boolean out;
    private final String document;
    private final String path;

    MoveKind(boolean out, String document, String path) {
        this.out = out;
        this.document = document;
        this.path = path;
    }

    /** On which side of the card it is written: a reversal is red on the side of what it takes back. */
    public boolean goesOut() {
        return out;
    }

    /** The type of the document that makes such moves, as in {@link org.zongwu.kernel.WorkRef}. */
    public String document() {
        return document;
    }

    /** Where documents of that type are listed. */
    public String folder() {
        return path;
    }

    /** Where that document is shown. */
    public String path(UUID documentId) {
        return path + "/" + documentId;
    }
}
