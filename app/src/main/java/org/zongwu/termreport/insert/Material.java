package org.zongwu.termreport.insert;

import java.util.List;
import java.util.Map;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.template.Part;
import org.zongwu.termreport.template.Task;

/**
 * What the tables and charts of a report are made of.
 *
 * @param bases what is compared with
 * @param plan  of the time to come
 * @param last  what became of the plan before
 */
public record Material(Subject subject, FigureBook book, Map<Part.Style, FigureBook> bases, List<Task> plan, List<Scored> last) {}
