package org.zongwu.bench;

import java.util.Arrays;
import java.util.List;

/**
 * @param rounds    each work is measured so often, beside its floor
 * @param documents in one round
 * @param warm      documents before the first round: a server that has run since the morning
 * @param sizes     moves that stand on the cards already
 * @param users     read at the same time
 * @param seconds   their closed loop lasts
 */
record Settings(int rounds, int documents, int warm, List<Integer> sizes, int users, int seconds) {
    static Settings asked() {
        return new Settings(Integer.getInteger("zongwu.bench.rounds", 15), Integer.getInteger("zongwu.bench.documents", 150), Integer.getInteger("zongwu.bench.warm", 1000),
                Arrays.stream(System.getProperty("zongwu.bench.sizes", "10000,100000,1000000").split(",")).map(Integer::valueOf).toList(), Integer.getInteger("zongwu.bench.users", 16),
                Integer.getInteger("zongwu.bench.seconds", 60));
    }
}
