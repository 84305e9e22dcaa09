package org.zongwu.repairs.work;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zongwu.repairs.ticket.TicketCard;
import org.zongwu.repairs.ticket.TicketService.Promised;
import org.zongwu.web.DocumentPage;

/**
 * One report with its whole story.
 *
 * @param steps   what this reader may do now
 * @param took    how long it took, once it is mended
 * @param ends    until when somebody may still say something before it is confirmed by itself
 * @param merged  the number of the report that this one was merged into
 */
public record JobPage(TicketCard ticket, List<DocumentPage.Step> story, List<String> photos, List<Promised> promised, Set<String> steps, @Nullable String took, @Nullable String ends, @Nullable String merged) {}
