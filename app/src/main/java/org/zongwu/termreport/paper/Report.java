package org.zongwu.termreport.paper;

import java.time.LocalDate;
import java.util.List;
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
    public String figureUrl(String figureId) {
        return baseUrl + book.find(figureId).map(subject::page).orElse(subject.page());
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
