package org.zongwu.imports.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.imports.mapping.TemplateFields.Known;
import org.zongwu.kernel.ImportTemplate.Kind;

/** The workbook to fill in: titles, one invented row, drop-downs where there is something to choose. */
final class TemplateBook {
    private static final int ROWS_WITH_CHOICE = 5000;
    private static final int WIDTH = 16;

    private TemplateBook() {}

    static byte[] write(TemplateFields template, Map<String, String> example, Map<String, List<String>> options, String optionsTitle) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Zongwu", "1.0")) {
            var sheet = book.newWorksheet(sheetName(template.title()));
            var choices = options.isEmpty() ? null : book.newWorksheet(sheetName(optionsTitle));
            for (var column = 0; column < template.fields().size(); column++) {
                var field = template.fields().get(column);
                column(sheet, column, field, example.get(field.name()));
                if (choices != null) choice(sheet, choices, column, field, options.getOrDefault(field.name(), List.of()));
            }
            sheet.freezePane(0, 1);
            if (choices != null) choices.setVisibilityState(VisibilityState.HIDDEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Codes and phone numbers are kept as text, so that Excel does not make 1.3E+10 of them. */
    private static void column(Worksheet sheet, int column, Known field, String example) {
        sheet.width(column, Math.max(WIDTH, field.title().length() * 2 + 4));
        if (field.kind() == Kind.TEXT || field.kind() == Kind.CODE) sheet.style(column).format("@").set();
        if (field.kind() == Kind.DATE) sheet.style(column).format("yyyy-mm-dd").set();
        sheet.value(0, column, field.title());
        var head = sheet.style(0, column).bold().horizontalAlignment("center").format("@");
        if (field.required()) head.fillColor("FFF2CC");
        head.set();
        if (example != null) {
            sheet.value(1, column, example);
            sheet.style(1, column).italic().fontColor("7F7F7F").format("@").set();
        }
    }

    private static void choice(Worksheet sheet, Worksheet choices, int column, Known field, List<String> options) {
        if (options.isEmpty()) return;
        choices.value(0, column, field.title());
        for (var i = 0; i < options.size(); i++) choices.value(i + 1, column, options.get(i));
        sheet.range(1, column, ROWS_WITH_CHOICE, column).validateWithList(choices.range(1, column, options.size(), column)).showErrorMessage(false);
    }

    /** Excel takes at most 31 characters and none of these. */
    private static String sheetName(String title) {
        var plain = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        return plain.length() <= 31 ? plain : plain.substring(0, 31);
    }
}
