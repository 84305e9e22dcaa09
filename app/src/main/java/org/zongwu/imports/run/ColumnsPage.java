package org.zongwu.imports.run;

import java.util.List;
import org.zongwu.imports.ImportReport.Heading;
import org.zongwu.imports.mapping.TemplateFields;

/** A file whose columns are not known well enough: a person says what they are. {@code problem} is why. */
public record ColumnsPage(IndexPage.Kept kept, TemplateFields fields, List<Heading> headings, String problem) {}
