package org.zongwu.web;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.zongwu.kernel.Journal;

/** Draws PDFs with their font embedded: a {@link Paper} on A5 landscape, and templates of other sizes. */
public interface Printer {
    /**
     * @param print which print it is; from the second on it is marked 补打
     * @param url   where the document opens, as QR on the paper
     */
    ResponseEntity<byte[]> a5(String school, Paper paper, Journal.Print print, String url);

    /**
     * Any template as a PDF with the same font; the paper's size stands in the template.
     *
     * @param model besides {@code ui}, which every template takes
     */
    ResponseEntity<byte[]> pdf(String school, String template, Map<String, Object> model, String fileName);

    /** A text as QR, to be the source of an image. */
    String qr(String text);

    /** A long list on A4, upright, with its heads on every page; its prints are not counted, because it proves nothing. */
    ResponseEntity<byte[]> a4(String school, Paper paper, Journal.Print print);
}
