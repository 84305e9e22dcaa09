package org.zongwu.repairs.work;

import org.jspecify.annotations.Nullable;
import org.zongwu.repairs.ticket.TicketCard;

/** A repair in a worker's list. @param next the one step that comes next, by a tap; null for what has to be written down */
public record Mine(TicketCard ticket, JobPages.Due due, @Nullable String next) {}
