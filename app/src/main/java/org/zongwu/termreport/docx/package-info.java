/** The report as a document file in the layout of official papers (GB/T 9704-2012), every figure a link. */
@NullMarked
package org.zongwu.termreport.docx;

import org.jspecify.annotations.NullMarked;
