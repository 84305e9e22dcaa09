package org.zongwu.approvals;

import java.util.List;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.Paper;

/**
 * The stamps of a document in the reader's language, for the document's own page.
 *
 * @param path    of the course
 * @param state   in words
 * @param onPaper the same as a sign strip
 * @param steps   as a timeline: what was stamped, whose turn it is, what comes
 */
public record StampStrip(String path, String state, Column.Mark mark, List<Paper.Stamp> onPaper, List<DocumentPage.Step> steps) {}
