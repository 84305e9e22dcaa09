package org.zongwu.termreport.summary;

import java.util.List;
import java.util.Map;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.template.Manuscript.Inserted;
import org.zongwu.termreport.template.Part;
import org.zongwu.termreport.template.Task;

/** What a report would say if it were written now: read from one snapshot, not kept. */
public record Draft(Subject subject, String school, String text, FigureBook book, Map<Part.Style, FigureBook> bases, List<Task> plan, Map<Integer, Inserted> inserts) {}
