package org.zongwu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Measures floor and product in turn, round by round: a noisy machine slows both, and the ratio holds. */
final class Rounds {
    private Rounds() {}

    /** Each call answers a rate: the more, the better. */
    static Result rates(String name, String unit, int rounds, Callable<Double> ours, Callable<Double> floor) throws Exception {
        var o = new ArrayList<Double>();
        var f = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            var first = round % 2 == 0;
            if (first) f.add(floor.call());
            o.add(ours.call());
            if (!first) f.add(floor.call());
            ratios.add(o.getLast() / f.getLast());
        }
        return new Result(name, unit, median(o), median(f), median(ratios), ratios.stream().min(Double::compare).orElseThrow(), ratios.stream().max(Double::compare).orElseThrow(), Map.of());
    }

    static double median(List<Double> values) {
        return percentile(values, 50);
    }

    /** The smallest value that so many per cent of all do not exceed; of nothing there is none. */
    static double percentile(List<Double> values, int percent) {
        if (values.isEmpty()) return Double.NaN;
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
