package org.zongwu.termreport.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.template.Manuscript;

/**
 * What is printed.
 *
 * @param subject    what it reports on
 * @param open       the period has not ended, the figures may still change
 * @param author     who wrote this version
 * @param signatures who has stamped it, in order; empty before anybody has
 * @param proof      by what a printed copy is checked
 * @param baseUrl    where the links lead, without a slash at the end
 */
public record Report(String school, Subject subject, int version, LocalDate date, boolean open, String author, Manuscript manuscript, FigureBook book,
        List<Signature> signatures, Proof proof, String baseUrl) {
    private static final String POINTS = "，。；、：！？）";

    public String figureUrl(String figureId) {
        return baseUrl + book.find(figureId).map(subject::page).orElse(subject.page());
    }

    /**
     * The runs of a paragraph with the point behind a figure kept to it, so that no line begins with one.
     *
     * @param figureId null for plain words
     */
    public record Bit(String words, @Nullable String figureId, String point) {}

    public static List<Bit> bits(List<Manuscript.Run> runs) {
        var bits = new ArrayList<Bit>();
        for (var run : runs) {
            switch (run) {
                case Manuscript.Number n -> bits.add(new Bit(n.text(), n.figureId(), ""));
                case Manuscript.Handwritten h -> bits.add(new Bit(h.words(), null, ""));
                case Manuscript.Words w -> {
                    var words = w.words();
                    if (!bits.isEmpty() && bits.getLast().figureId() != null && !words.isEmpty() && POINTS.indexOf(words.charAt(0)) >= 0) {
                        var before = bits.removeLast();
                        bits.add(new Bit(before.words(), before.figureId(), words.substring(0, 1)));
                        words = words.substring(1);
                    }
                    if (!words.isEmpty()) bits.add(new Bit(words, null, ""));
                }
            }
        }
        return bits;
    }

    /** @param time when it was stamped, or whose turn it is */
    public record Signature(String role, String name, String time) {}

    /**
     * @param digest of all that the version says, hexadecimal
     * @param seal   the link of the school's chain that holds the version; empty while it is not sealed
     * @param url    of the page that compares
     */
    public record Proof(String digest, String seal, String url) {
        /** As much of the digest as people compare by eye. */
        public String shortDigest() {
            return digest.substring(0, 16);
        }
    }
}
