package org.zongwu.bench;

import java.util.Arrays;
import java.util.List;

/**
 * @param rounds    each work is measured so often, beside its floor
 * @param documents in one round
 * @param sizes     moves that stand on the cards already
 * @param seconds   a closed loop of readers lasts
 */
record Settings(int rounds, int documents, List<Integer> sizes, int seconds) {
    static Settings asked() {
        return new Settings(Integer.getInteger("zongwu.bench.rounds", 5), Integer.getInteger("zongwu.bench.documents", 400),
                Arrays.stream(System.getProperty("zongwu.bench.sizes", "10000,100000,1000000").split(",")).map(Integer::valueOf).toList(), Integer.getInteger("zongwu.bench.seconds", 20));
    }
}
