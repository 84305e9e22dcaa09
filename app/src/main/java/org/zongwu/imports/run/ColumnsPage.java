package org.zongwu.imports.run;

import java.util.List;
import java.util.Map;
import org.zongwu.imports.ImportReport.Heading;
import org.zongwu.imports.mapping.TemplateFields;

/**
 * A sheet whose columns are not known well enough: a person says what they are.
 *
 * @param sheet   empty for a file without sheets, or when the whole file is meant for the template
 * @param choices what the person said of the sheets: template by name
 * @param problem why the columns are asked for
 */
public record ColumnsPage(IndexPage.Kept kept, TemplateFields fields, String sheet, Map<String, String> choices, List<Heading> headings, String problem) {}
