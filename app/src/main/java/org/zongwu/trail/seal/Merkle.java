package org.zongwu.trail.seal;

import java.util.ArrayList;
import java.util.List;

/** The root over leaves: leaves and knots are hashed apart (0 and 1 before them), so that neither passes for the other. */
public final class Merkle {
    private static final byte[] LEAF = {0};
    private static final byte[] KNOT = {1};

    private Merkle() {}

    /** @param leaves at least one, in their order */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) throw new IllegalArgumentException("no leaves");
        var level = new ArrayList<byte[]>(leaves.size());
        for (var leaf : leaves) level.add(Sha256.of(LEAF, leaf));
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>((level.size() + 1) / 2);
            for (var i = 0; i + 1 < level.size(); i += 2) above.add(Sha256.of(KNOT, level.get(i), level.get(i + 1)));
            if (level.size() % 2 == 1) above.add(level.getLast());
            level = above;
        }
        return level.getFirst();
    }
}
