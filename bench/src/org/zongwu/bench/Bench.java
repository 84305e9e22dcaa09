package org.zongwu.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.zongwu.ServedOffice;

/** What {@code ./zongwu bench [WORK…]} runs; no part of the tests. */
@ServedOffice
@Import({BenchSchools.class, StockIssue.class, RegisterPages.class, TicketPages.class, Readers.class})
class Bench {
    @Autowired private StockIssue stockIssue;
    @Autowired private RegisterPages registerPages;
    @Autowired private TicketPages ticketPages;
    @LocalServerPort private int port;

    @Test
    void works() throws Exception {
        var wanted = Arrays.asList(System.getProperty("zongwu.bench.works", "stock-issue,register-pages,ticket-pages").split("[, ]+"));
        var settings = Settings.asked();
        var results = new ArrayList<Result>();
        if (wanted.contains("stock-issue")) results.addAll(stockIssue.run(settings, port));
        if (wanted.contains("register-pages")) results.addAll(registerPages.run(settings, port));
        if (wanted.contains("ticket-pages")) results.addAll(ticketPages.run(settings, port));
        Report.write(Path.of("../bench/results/latest.json"), Peers.beside(results));
    }
}
