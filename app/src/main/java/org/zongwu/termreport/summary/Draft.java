package org.zongwu.termreport.summary;

import java.util.List;
import org.zongwu.school.Term;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.template.Task;

/** What a report would say if it were written now: read from one snapshot, not kept. */
record Draft(Term term, String school, FigureBook book, List<Task> plan) {}
