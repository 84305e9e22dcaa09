package org.zongwu.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MerkleTests {
    @Test
    void a_root_needs_a_leaf() {
        assertThatIllegalArgumentException().isThrownBy(() -> Merkle.root(List.of()));
    }

    @Property(tries = 300)
    void changing_any_leaf_changes_the_root(@ForAll @Size(min = 1, max = 40) List<Long> values, @ForAll @IntRange(max = 39) int which, @ForAll @IntRange(max = 7) int bit) {
        var leaves = leaves(values);
        var before = Merkle.root(leaves);
        leaves.get(which % leaves.size())[0] ^= (byte) (1 << bit);
        assertThat(Merkle.root(leaves)).isNotEqualTo(before);
    }

    @Property(tries = 300)
    void taking_a_leaf_away_changes_the_root(@ForAll @Size(min = 2, max = 40) List<Long> values, @ForAll @IntRange(max = 39) int which) {
        var leaves = leaves(values);
        var before = Merkle.root(leaves);
        leaves.remove(which % leaves.size());
        assertThat(Merkle.root(leaves)).isNotEqualTo(before);
    }

    @Test
    void a_leaf_does_not_pass_for_a_knot() {
        var a = Sha256.of(new byte[] {1});
        var b = Sha256.of(new byte[] {2});
        var both = Merkle.root(List.of(a, b));
        assertThat(Merkle.root(List.of(both))).isNotEqualTo(both);
    }

    @Test
    void every_part_of_a_seal_is_in_its_chain_value() {
        var at = Instant.parse("2026-09-01T00:00:00.123456Z");
        var root = Sha256.of(new byte[] {1});
        var seal = Seal.after(7, 3, Seal.nothing(), 5, root, at);
        assertThat(seal.computedChain()).isEqualTo(seal.chain());
        assertThat(List.of(
                new Seal(8, 4, 5, root, seal.prev(), seal.chain(), at),
                new Seal(7, 5, 5, root, seal.prev(), seal.chain(), at),
                new Seal(7, 4, 6, root, seal.prev(), seal.chain(), at),
                new Seal(7, 4, 5, seal.chain(), seal.prev(), seal.chain(), at),
                new Seal(7, 4, 5, root, root, seal.chain(), at),
                new Seal(7, 4, 5, root, seal.prev(), seal.chain(), at.plusNanos(1000))))
                .noneMatch(other -> Arrays.equals(other.computedChain(), seal.chain()));
    }

    private static List<byte[]> leaves(List<Long> values) {
        var leaves = new ArrayList<byte[]>();
        for (var value : values) leaves.add(Sha256.of(value.toString().getBytes(StandardCharsets.UTF_8)));
        return leaves;
    }
}
