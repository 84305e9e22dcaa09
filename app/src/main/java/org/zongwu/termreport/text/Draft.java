package org.zongwu.termreport.text;

import java.time.Instant;

/**
 * The text of a report while it is being written.
 *
 * @param state counted up by each saving; 0 while nobody has saved it
 * @param by    who saved it last; empty while nobody has
 */
public record Draft(String body, int state, String by, Instant at) {}
