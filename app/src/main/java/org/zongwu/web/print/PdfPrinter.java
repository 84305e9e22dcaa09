package org.zongwu.web.print;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Journal;
import org.zongwu.web.Messages;
import org.zongwu.web.Paper;
import org.zongwu.web.Printer;
import org.zongwu.web.Qr;
import org.zongwu.web.Shown;
import org.zongwu.web.Ui;

/** HTML to PDF; the one embedded font has the rare characters of names. */
@Component
class PdfPrinter implements Printer {
    private final TemplateEngine templates;
    private final Messages messages;

    PdfPrinter(TemplateEngine templates, Messages messages) {
        this.templates = templates;
        this.messages = messages;
    }

    @Override
    public ResponseEntity<byte[]> a5(String school, Paper paper, Journal.Print print, String url) {
        return pdf(school, "web/slip", Map.of("paper", paper, "sheets", Sheets.of(paper), "qr", qr(url), "stroke", stroke(),
                "nth", messages.say("paper.nth", print.nth()) + (print.nth() > 1 ? " " + messages.say("paper.reprint") : ""),
                "printed", Shown.fullTime(print.at()) + " " + print.by()), paper.no());
    }

    @Override
    public ResponseEntity<byte[]> pdf(String school, String template, Map<String, Object> model, String fileName) {
        var html = new StringOutput();
        var all = new HashMap<>(model);
        all.put("ui", new Ui(messages, new Ui.Shell(null, school, "", null, List.of(), 0, "", "", false, false, null, ""), path -> false));
        templates.render(template + ".jte", all, html);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(fileName + ".pdf", StandardCharsets.UTF_8).build().toString())
                .body(pdf(html.toString()));
    }

    @Override
    public ResponseEntity<byte[]> a4(String school, Paper paper, Journal.Print print) {
        var html = new StringOutput();
        var ui = new Ui(messages, new Ui.Shell(null, school, "", null, List.of(), 0, "", "", false, false, null, ""), path -> false);
        templates.render("web/sheet.jte", Map.of("ui", ui, "paper", paper, "printed", Shown.fullTime(print.at()) + " " + print.by()), html);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(paper.title() + " " + paper.no() + ".pdf", StandardCharsets.UTF_8).build().toString())
                .body(pdf(html.toString()));
    }

    private static byte[] pdf(String html) {
        var bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder().useFastMode().withHtmlContent(html, null)
                    .useFont(() -> PdfPrinter.class.getResourceAsStream("/fonts/NotoSerifSC-Regular.ttf"), "song").toStream(bytes).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public String qr(String text) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(Qr.png(text));
    }

    /** The stroke through unused lines, from the lower left to the upper right. */
    private static String stroke() {
        var image = new BufferedImage(1600, 320, BufferedImage.TYPE_INT_ARGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(3));
        g.drawLine(4, 316, 1596, 4);
        g.dispose();
        return data(image);
    }

    private static String data(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
