package org.zongwu.ledger.books;

import java.util.List;

/**
 * What a new school starts with: the accounts that the house books on, and the booking rules of domain.md §4.4 rows 3–5
 * under the integrated budget regime (预算管理一体化). Both are data of the school from then on.
 */
final class Chart {
    static final List<Account> ACCOUNTS = List.of(
            new Account("1002", "银行存款", true),
            new Account("1218", "其他应收款", true),
            new Account("1302", "库存物品", true),
            new Account("1902", "待处理财产损溢", true),
            new Account("2302", "应付账款", false),
            new Account("3001", "累计盈余", false),
            new Account("4001", "财政拨款收入", false),
            new Account("5001", "业务活动费用", true),
            new Account("5101", "单位管理费用", true),
            new Account("6001", "财政拨款预算收入", false),
            new Account("7201", "事业支出", true),
            new Account("8001", "资金结存", true));

    private static final String STOCK = "《政府会计制度——行政事业单位会计科目和报表》（财会〔2017〕25号）1302 库存物品";
    private static final String PAYABLE = "《政府会计制度——行政事业单位会计科目和报表》（财会〔2017〕25号）2302 应付账款";
    private static final String TEACHING = "《政府会计制度——行政事业单位会计科目和报表》（财会〔2017〕25号）5001 业务活动费用";
    private static final String ADMINISTRATION = "《政府会计制度——行政事业单位会计科目和报表》（财会〔2017〕25号）5101 单位管理费用";

    private static final String PENDING = "《政府会计制度——行政事业单位会计科目和报表》（财会〔2017〕25号）1902 待处理财产损溢";

    static final List<Rule> RULES = List.of(
            new Rule("STORES_RECEIPT", "FISCAL", STOCK + "；《政府会计准则制度解释第5号》（预算管理一体化）", "Dr 1302", "Cr 4001", "Dr 7201", "Cr 6001"),
            new Rule("STORES_RECEIPT", "OWN", STOCK, "Dr 1302", "Cr 1002", "Dr 7201", "Cr 8001"),
            new Rule("STORES_RECEIPT", "CREDIT", STOCK + "；2302 应付账款", "Dr 1302", "Cr 2302"),
            new Rule("STORES_RECEIPT", "ESTIMATE", STOCK + "（暂估入账）；2302 应付账款", "Dr 1302", "Cr 2302"),
            new Rule("STORES_SETTLEMENT", "FISCAL", PAYABLE + "；《政府会计准则制度解释第5号》（预算管理一体化）", "Dr 2302", "Cr 4001", "Dr 7201", "Cr 6001"),
            new Rule("STORES_SETTLEMENT", "OWN", PAYABLE, "Dr 2302", "Cr 1002", "Dr 7201", "Cr 8001"),
            new Rule("STORES_RETURN", "TEACHING", STOCK + "；5001 业务活动费用（领用退回）", "Dr 1302", "Cr 5001"),
            new Rule("STORES_RETURN", "ADMIN", STOCK + "；5101 单位管理费用（领用退回）", "Dr 1302", "Cr 5101"),
            new Rule("STORES_SCRAP", "PENDING", STOCK + "；1902 待处理财产损溢（报损待批复）", "Dr 1902", "Cr 1302"),
            new Rule("STORES_RECEIPT", "OPENING", STOCK + "；3001 累计盈余（期初建账）", "Dr 1302", "Cr 3001"),
            new Rule("STORES_ISSUE", "TEACHING", TEACHING, "Dr 5001", "Cr 1302"),
            new Rule("STORES_ISSUE", "ADMIN", ADMINISTRATION, "Dr 5101", "Cr 1302"),
            new Rule("STORES_LOAN", "LOSS", PENDING + "；1302 库存物品", "Dr 1902", "Cr 1302"),
            new Rule("STORES_LOAN", "COMPENSATION", PENDING + "；1218 其他应收款", "Dr 1218", "Cr 1902"),
            new Rule("STORES_VARIANCE", "LOSS", PENDING, "Dr 1902", "Cr 1302"),
            new Rule("STORES_VARIANCE", "GAIN", PENDING, "Dr 1302", "Cr 1902"));

    private Chart() {}

    record Account(String code, String name, boolean debitSide) {
        /** Classes 1–5 are financial, 6–8 budgetary. */
        String book() {
            return code.charAt(0) <= '5' ? "FIN" : "BUD";
        }
    }

    record Rule(String event, String variant, String source, List<Side> sides) {
        Rule(String event, String variant, String source, String... sides) {
            this(event, variant, source, List.of(sides).stream().map(Side::of).toList());
        }
    }

    record Side(String account, boolean debit) {
        private static Side of(String written) {
            return new Side(written.substring(3), written.startsWith("Dr "));
        }
    }
}
