package org.zongwu.termreport.summary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Figure;
import org.zongwu.school.Terms;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.web.DeskPanel;
import org.zongwu.web.Messages;

/** The first figures of the term's report on the desk of those who read it, as its newest version froze them: nothing is computed for a page. */
@Component
class FiguresOnDesk implements DeskPanel {
    private static final List<String> SHOWN = List.of("ISSUE_COUNT", "STOCK_OUT_AMOUNT", "STOCK_IN_COUNT", "STOCK_IN_AMOUNT", "STOCK_VALUE", "STOCK_LOW", "POP_STUDENTS", "POP_TEACHERS");

    private final SummaryService summaries;
    private final Terms terms;
    private final FigureWords words;
    private final Messages messages;
    private final Clock clock;

    FiguresOnDesk(SummaryService summaries, Terms terms, FigureWords words, Messages messages, Clock clock) {
        this.summaries = summaries;
        this.terms = terms;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<Panel> panel(Actor actor) {
        if (!actor.holdsAny(SummaryMenu.READERS)) return Optional.empty();
        return terms.on(LocalDate.now(clock)).flatMap(summaries::latest).map(summary -> new Panel(messages.say("termreport.desk.title"),
                messages.say("termreport.desk.lead", summary.head().version()), rows(summary.book()), messages.say("termreport.desk.more"), "/figures", null));
    }

    private List<Row> rows(FigureBook book) {
        return SHOWN.stream().flatMap(id -> book.find(id).stream()).map(this::row).toList();
    }

    private Row row(Figure figure) {
        var text = FigureBook.shownText(figure);
        return new Row(words.name(figure.definition().id(), Messages.locale()), text == null ? messages.say("grade.NONE") : text,
                words.unit(figure.definition().unit(), Messages.locale()), figure.link());
    }
}
