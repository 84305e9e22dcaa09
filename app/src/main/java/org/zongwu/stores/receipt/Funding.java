package org.zongwu.stores.receipt;

/**
 * What the goods were, or will be, paid from; decides the entry (domain.md §4.4 rows 3 and 5). ESTIMATE is goods whose invoice
 * is still to come, at what they will cost by guess (暂估入账); OPENING what lay there when the books began. Its word is message {@code stores.funding.NAME}.
 */
public enum Funding {
    FISCAL, OWN, CREDIT, ESTIMATE, OPENING
}
