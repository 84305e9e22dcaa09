package org.zongwu.imports.run;

import java.util.ArrayList;
import java.util.List;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.kernel.ImportTemplate;

/** All rows of a file for one template, and the lines that are no rows. */
record LedgerRows(ImportTemplate template, TemplateFields fields, List<ImportTemplate.Row> rows, List<ImportTemplate.Note> notes) {
    static LedgerRows of(ImportTemplate template, TemplateFields fields) {
        return new LedgerRows(template, fields, new ArrayList<>(), new ArrayList<>());
    }
}
