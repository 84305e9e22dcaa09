package org.zongwu.imports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.kernel.ImportTemplate;

/**
 * All rows of a file for one template, and the lines that are no rows.
 *
 * @param harmful rows whose text would be a calculation wherever it is opened again; no template sees them
 */
record LedgerRows(ImportTemplate template, TemplateFields fields, List<ImportTemplate.Row> rows, List<ImportTemplate.Note> notes, List<ImportTemplate.Outcome> harmful) {
    /**
     * A calculation, or a call of another program as old spreadsheets made it ({@code -1+cmd|'/c x'!A0}). A text that only begins with
     * a sign, such as {@code +86 (010) 1234} or {@code @张老师（初二）}, is honest; exports keep it a text.
     */
    private static final Pattern CALCULATION = Pattern.compile("[=＝].+|[-+@－＋＠].*\\|.*!.*", Pattern.DOTALL);

    static LedgerRows of(ImportTemplate template, TemplateFields fields) {
        return new LedgerRows(template, fields, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(ImportTemplate.Row row) {
        for (var cell : row.cells().entrySet()) {
            var text = cell.getValue();
            if (text.isEmpty() || "=＝-+@－＋＠".indexOf(text.charAt(0)) < 0 || !CALCULATION.matcher(text).matches()) continue;
            harmful.add(ImportTemplate.Outcome.of(ImportTemplate.Verdict.PROBLEM, row, cell.getKey(), "import.flaw.calculation", text));
            return;
        }
        rows.add(row);
    }
}
