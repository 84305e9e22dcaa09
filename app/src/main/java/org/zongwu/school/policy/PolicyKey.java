package org.zongwu.school.policy;

import java.util.List;
import java.util.Optional;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Allowance;

/**
 * A policy number that the product knows (domain.md §7), with what it may be. Its word is message {@code policy.KEY}.
 *
 * @param pattern what a value must look like in whole
 * @param initial what holds until the school sets its own
 */
record PolicyKey(String key, String pattern, String initial) {
    /** As {@code calendar} reads them. */
    private static final String HOURS = "[1-7](?:-[1-7])?(?:,[1-7](?:-[1-7])?)*(?: [0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9])+";
    static final List<PolicyKey> ALL = List.of(
            new PolicyKey("school.grade.first", "1|7|10", "7"),
            new PolicyKey("school.grade.count", "[1-9]", "3"),
            new PolicyKey("loan.overdue.blocks", "YES|NO", "YES"),
            new PolicyKey("loan.renewals.max", "[0-9]", "2"),
            new PolicyKey("loan.approval.amount", "NONE|[0-9]{1,9}(?:\\.[0-9]{1,2})?", "2000.00"),
            new PolicyKey("stock.valuation", "WEIGHTED_AVG", "WEIGHTED_AVG"),
            new PolicyKey("stock.expiry.days", "[1-9][0-9]{0,2}", "30"),
            new PolicyKey("stock.price.alert.percent", "[1-9][0-9]{0,2}", "20"),
            new PolicyKey("summary.rounding", "WAN_2|YUAN_2", "WAN_2"),
            new PolicyKey("log.retention.months", "(?:[6-9]|[1-9][0-9]{1,2})", "36"),
            new PolicyKey("payment.regime", "INTEGRATED|ZERO_BALANCE", "INTEGRATED"),
            new PolicyKey("asset.capitalisation.threshold", "[0-9]{1,9}(?:\\.[0-9]{1,2})?", "1000.00"),
            new PolicyKey("food.sample.min.grams", "[1-9][0-9]{1,3}", "125"),
            new PolicyKey("food.sample.min.hours", "[1-9][0-9]{0,2}", "48"),
            new PolicyKey("food.inspectors.min", "[12]", "2"),
            new PolicyKey("food.fever.celsius", "3[6-8](?:\\.[0-9])?", "37.3"),
            new PolicyKey("reception.host.rule", "[1-9][0-9]{0,2}:[1-9][0-9]?,1/[1-9][0-9]?", "10:3,1/3"),
            new PolicyKey("reception.standard.max", "NONE|[0-9]{1,4}(?:\\.[0-9]{1,2})?", "NONE"),
            new PolicyKey("contract.alert.days", "[1-9][0-9]{0,2}(?: *, *[1-9][0-9]{0,2})*", "180,90,30"),
            new PolicyKey("gift.register.days", "[1-9][0-9]{0,2} (?:day|month)s?", "1 month"),
            new PolicyKey("gift.surrender.value", "[0-9]{1,9}(?:\\.[0-9]{1,2})?", "200.00"),
            new PolicyKey("meeting.quorum", ">=?[0-9]{1,2}/[1-9][0-9]?;>=?[0-9]{1,2}/[1-9][0-9]?", ">1/2;>=2/3"),
            new PolicyKey("issue.reply.first", Allowance.PATTERN, "2wd"),
            new PolicyKey("issue.within.hours", "[1-9][0-9]{0,2}", "48"),
            new PolicyKey("calendar.hours.term", HOURS, "1-5 08:00-12:00 14:00-18:00"),
            new PolicyKey("calendar.hours.vacation", HOURS, "1-5 08:30-11:30"),
            new PolicyKey("repair.sla.dispatch", Allowance.PATTERN, "30wm"),
            new PolicyKey("repair.sla.urgent.respond", Allowance.PATTERN, "2h"),
            new PolicyKey("repair.sla.urgent.finish", Allowance.PATTERN, "24h"),
            new PolicyKey("repair.sla.normal.respond", Allowance.PATTERN, "4wh"),
            new PolicyKey("repair.sla.normal.finish", Allowance.PATTERN, "3wd"),
            new PolicyKey("repair.autoconfirm.days", "[1-9][0-9]?", "3"),
            new PolicyKey("repair.rework.days", "[1-9][0-9]{0,2}", "30"),
            new PolicyKey("repair.pause.days", "[1-9][0-9]?", "3"),
            new PolicyKey("repair.cost.limit", "NONE|[0-9]{1,9}(?:\\.[0-9]{1,2})?", "1000.00"),
            new PolicyKey("repair.public", "YES|CHECKED|NO", "NO"),
            new PolicyKey("notice.quiet", "NONE|[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]", "21:00-07:00"),
            new PolicyKey("notice.digest", "[0-2][0-9]:[0-5][0-9]", "16:30"));

    static Optional<PolicyKey> of(String key) {
        return ALL.stream().filter(k -> k.key.equals(key)).findFirst();
    }

    void require(String value) {
        if (!value.strip().matches(pattern)) throw RuleBroken.at("value", "R-PARAM-1", "rule.school.policy-value", key, value);
    }
}
