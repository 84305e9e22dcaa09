package org.zongwu.governance.meeting;

import java.util.regex.Pattern;

/**
 * How many of those who should be there must be, as more than or at least a fraction of them: {@code >1/2}, {@code >=2/3}.
 *
 * @param more whether just the fraction is not enough
 */
record Quorum(boolean more, int part, int whole) {
    /** More than half; at least two thirds where it is about appointing or dismissing people. */
    static final String FIRST = ">1/2;>=2/3";
    private static final Pattern FRACTION = Pattern.compile("(>=?)(\\d+)/(\\d+)");

    static Quorum of(String fraction) {
        var said = FRACTION.matcher(fraction);
        if (!said.matches()) throw new IllegalArgumentException("no quorum: " + fraction);
        return new Quorum(said.group(1).equals(">"), Integer.parseInt(said.group(2)), Integer.parseInt(said.group(3)));
    }

    /** @param policy the fraction for any matter, then the one for people */
    static Quorum of(String policy, boolean personnel) {
        var both = policy.split(";");
        return of(both[personnel ? both.length - 1 : 0]);
    }

    boolean isMet(int present, int expected) {
        var have = (long) present * whole;
        var need = (long) expected * part;
        return more ? have > need : have >= need;
    }

    @Override
    public String toString() {
        return (more ? ">" : ">=") + part + "/" + whole;
    }
}
