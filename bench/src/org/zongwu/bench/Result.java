package org.zongwu.bench;

import java.util.Map;

/**
 * What one work came to.
 *
 * @param ours   median over the rounds, in {@code unit}
 * @param floor  the same of the hand-written SQL
 * @param ratio  for a rate ours / floor, for a time floor / ours: 1 is as fast as by hand, more is better
 * @param lowest and {@code highest}: the ratio of the worst and of the best round
 * @param peers  what others measured in the same run, by name
 */
record Result(String name, String unit, double ours, double floor, double ratio, double lowest, double highest, Map<String, Double> peers) {
    Result beside(Map<String, Double> others) {
        return new Result(name, unit, ours, floor, ratio, lowest, highest, others);
    }
}
