package org.zongwu.web;

import org.springframework.http.ResponseEntity;
import org.zongwu.kernel.Journal;

/** Draws a {@link Paper} on A5 landscape as a PDF with its font embedded. */
public interface Printer {
    /**
     * @param print which print it is; from the second on it is marked 补打
     * @param url   where the document opens, as QR on the paper
     */
    ResponseEntity<byte[]> a5(String school, Paper paper, Journal.Print print, String url);

    /** A long list on A4, upright, with its heads on every page; its prints are not counted, because it proves nothing. */
    ResponseEntity<byte[]> a4(String school, Paper paper, Journal.Print print);
}
