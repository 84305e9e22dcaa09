package org.zongwu.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jooq.Record;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A register as a spreadsheet: the columns that the page shows, numbers as numbers, text always as text: no formula comes in, and
 * a text that begins like one stays a text when its cell is edited.
 */
final class RegisterFiles {
    private static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** Full-width signs too: programs in Chinese take them for the narrow ones. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private RegisterFiles() {}

    static ResponseEntity<byte[]> xlsx(Register register, Messages messages, List<Record> rows) {
        var title = messages.say(register.key + ".title");
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Zongwu", "1.0")) {
            var sheet = book.newWorksheet(title);
            for (var c = 0; c < register.columns.size(); c++) {
                sheet.value(0, c, messages.first(register.key + "." + register.columns.get(c).name(), "label." + register.columns.get(c).name()));
                sheet.style(0, c).bold().set();
            }
            sheet.freezePane(0, 1);
            for (var r = 0; r < rows.size(); r++) {
                for (var c = 0; c < register.columns.size(); c++) write(sheet, r + 1, c, register.columns.get(c), rows.get(r), messages);
                if (r % 1000 == 999) sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok().contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(title + ".xlsx", StandardCharsets.UTF_8).build().toString())
                .body(bytes.toByteArray());
    }

    private static void write(Worksheet sheet, int r, int c, Column column, Record row, Messages messages) {
        var value = row.get(column.field());
        switch (value) {
            case null -> { }
            case Number n when column.kind() == Column.Kind.MONEY -> {
                sheet.value(r, c, BigDecimal.valueOf(n.longValue(), 2));
                sheet.style(r, c).format("#,##0.00").set();
            }
            case Number n -> sheet.value(r, c, n);
            case LocalDate day -> {
                sheet.value(r, c, day);
                sheet.style(r, c).format("yyyy-mm-dd").set();
            }
            default -> text(sheet, r, c, column.kind() == Column.Kind.STATUS ? Shown.word(column, value, messages) : Shown.cell(column, value));
        }
    }

    private static void text(Worksheet sheet, int r, int c, String text) {
        sheet.value(r, c, text);
        if (!text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0) sheet.style(r, c).format("@").set();
    }
}
