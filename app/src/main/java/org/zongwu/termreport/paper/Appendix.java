package org.zongwu.termreport.paper;

import org.zongwu.termreport.template.Manuscript;

/** 附表. @param mark as 附表1; the table's caption is its title; @param note what to know before one reads it */
public record Appendix(String mark, String note, Manuscript.Table table) {}
