package org.zongwu.repairs.board;

import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;
import static zongwu.db.repairs.Tables.TICKET;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.NavEntry;
import org.zongwu.logbook.Draft;
import org.zongwu.repairs.board.BoardPage.Card;
import org.zongwu.repairs.board.BoardPage.Lane;
import org.zongwu.repairs.board.BoardPage.Worker;
import org.zongwu.repairs.ticket.TicketCard;
import org.zongwu.repairs.ticket.TicketFinder;
import org.zongwu.repairs.ticket.TicketService;
import org.zongwu.repairs.ticket.TicketState;
import org.zongwu.repairs.ticket.Trade;
import org.zongwu.repairs.work.JobPages;
import org.zongwu.school.Duties;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;
import org.zongwu.web.Submissions;

/** 派工台: a morning of reports goes out by keyboard or by touch; each card names who knows the trade and has time. */
@Controller
@RequestMapping(BoardController.PATH)
class BoardController {
    static final String PATH = "/repairs/board";
    private static final int A_LANE = 12;
    private static final Form DISPATCH = Form.of("repairs.board").text("worker");
    private static final List<Map.Entry<String, List<TicketState>>> LANES = List.of(Map.entry("WAITING", List.of(TicketState.HELD, TicketState.REPORTED)),
            Map.entry("SENT", List.of(TicketState.DISPATCHED, TicketState.ACCEPTED)), Map.entry("WORKING", List.of(TicketState.ON_SITE)), Map.entry("PAUSED", List.of(TicketState.PAUSED)),
            Map.entry("DONE", List.of(TicketState.DONE)));

    private final TicketFinder finder;
    private final TicketService tickets;
    private final JobPages pages;
    private final Duties duties;
    private final Submissions submissions;
    private final Messages messages;
    private final Tenancy tenancy;
    private final Clock clock;

    BoardController(TicketFinder finder, TicketService tickets, JobPages pages, Duties duties, Submissions submissions, Messages messages, Tenancy tenancy, Clock clock) {
        this.finder = finder;
        this.tickets = tickets;
        this.pages = pages;
        this.duties = duties;
        this.submissions = submissions;
        this.messages = messages;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping
    @Allow({DISPATCHER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS})
    ModelAndView board(@RequestParam(defaultValue = "") String trade, @RequestParam(defaultValue = "") String q, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> view(trade, q, FormView.blank(DISPATCH)));
    }

    @PostMapping("/{id}/dispatch")
    @Allow({DISPATCHER, GA_DIRECTOR})
    Object dispatch(@PathVariable UUID id, @RequestParam(defaultValue = "") String trade, @RequestParam(defaultValue = "") String q, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, DISPATCH, back("dispatch", trade, q), in -> tickets.dispatch(actor, id, worker(in.text("worker"))), view -> view(trade, q, view));
    }

    /** Lets a report through that came without a log-in. */
    @PostMapping("/{id}/release")
    @Allow({DISPATCHER, GA_DIRECTOR})
    Object approve(@PathVariable UUID id, @RequestParam(defaultValue = "") String trade, @RequestParam(defaultValue = "") String q, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, Form.BUTTON, back("release", trade, q), in -> tickets.step(actor, id, "release", Draft.blank()), view -> view(trade, q, view));
    }

    @Bean
    static NavEntry boardInMenu() {
        return NavEntry.of("repairs", "repairs.board.title", PATH, 350, DISPATCHER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS);
    }

    private static String back(String did, String trade, String q) {
        return PATH + "?did=" + did + (trade.isEmpty() ? "" : "&trade=" + trade) + (q.isEmpty() ? "" : "&q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static UUID worker(String text) {
        return text.matches("[0-9a-f-]{36}") ? UUID.fromString(text) : new UUID(0, 0);
    }

    private ModelAndView view(String trade, String q, FormView form) {
        return new ModelAndView("repairs/board/board", Map.of("page", page(trade, q), "form", form));
    }

    private BoardPage page(String trade, String q) {
        var which = which(trade, q);
        var counts = finder.counts(which);
        var found = finder.lanes(which, A_LANE);
        var skills = finder.skills();
        var workers = workers(skills);
        var lanes = new ArrayList<Lane>();
        for (var lane : LANES) {
            var cards = lane.getValue().stream().flatMap(s -> found.get(s).stream()).map(t -> card(t, workers, skills)).limit(A_LANE).toList();
            var count = lane.getValue().stream().mapToInt(s -> counts.getOrDefault(s, 0)).sum();
            lanes.add(new Lane(lane.getKey(), count, count - cards.size(), cards, "/repairs/tickets?state=" + lane.getValue().getLast()));
        }
        var danger = lanes.getFirst().cards().stream().filter(c -> c.ticket().danger() && c.ticket().state() == TicketState.REPORTED).findFirst().orElse(null);
        var open = counts.entrySet().stream().filter(e -> TicketState.OPEN.contains(e.getKey())).mapToInt(Map.Entry::getValue).sum();
        return new BoardPage(lanes, danger, workers, open, finder.lateNow(clock.instant()), finder.doneOn(LocalDate.now(clock)), Shown.fullTime(clock.instant()).substring(11), trade, q, trades());
    }

    private Card card(TicketCard t, List<Worker> workers, Map<UUID, Set<Trade>> skills) {
        return new Card(t, pages.due(t), t.state() == TicketState.REPORTED || t.state() == TicketState.HELD ? suggested(t.trade(), workers, skills) : null);
    }

    /** Who knows the trade and has the least in hand; where nobody is known to know it, whoever has the least, but for a lift nobody. */
    private static @Nullable Worker suggested(Trade trade, List<Worker> workers, Map<UUID, Set<Trade>> skills) {
        var knowing = workers.stream().filter(w -> skills.getOrDefault(w.id(), Set.of()).contains(trade)).toList();
        if (knowing.isEmpty() && trade == Trade.LIFT) return null;
        return (knowing.isEmpty() ? workers : knowing).stream().min(Comparator.comparingInt(Worker::inHand)).orElse(null);
    }

    private List<Worker> workers(Map<UUID, Set<Trade>> skills) {
        var loads = finder.loads();
        return duties.holders(Duty.WORKER, LocalDate.now(clock)).stream().map(e -> new Worker(e.id(), e.name(),
                skills.getOrDefault(e.id(), Set.of()).stream().map(t -> messages.say("repairs.ticket.trade." + t)).collect(Collectors.joining(messages.say("list.and"))), loads.getOrDefault(e.id(), 0))).toList();
    }

    private static Condition which(String trade, String q) {
        var all = DSL.noCondition();
        if (Arrays.stream(Trade.values()).anyMatch(t -> t.name().equals(trade))) all = all.and(TICKET.TRADE.eq(trade));
        return q.isBlank() ? all : all.and(TICKET.PLACE.contains(q.strip()));
    }

    private Map<String, String> trades() {
        var all = new LinkedHashMap<String, String>();
        for (var trade : Trade.values()) all.put(trade.name(), messages.say("repairs.ticket.trade." + trade));
        return all;
    }
}
