package org.zongwu.stores.stock;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.BUYER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Span;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Provenances;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Typed;

/** The books of the stores: the card of an item, all moves, and 收发存 over a span. */
@Controller
@Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER, BUYER})
class StockController {
    static final String MOVES = "/stores/moves";
    static final String SUMMARY = "/stores/summary";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<UUID> ITEM_ID = field(name("r", "item_id"), UUID.class);
    private static final Field<UUID> DOCUMENT = field(name("r", "document_id"), UUID.class);
    private static final Field<String> KIND = field(name("r", "kind"), String.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);

    private static final Field<String> NO = field(name("r", "no"), String.class);
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{2}-?\\d{4}-?\\d{3,}");

    private final StockBooks books;
    private final ItemService items;
    private final WarehouseService warehouses;
    private final Terms terms;
    private final Registers registers;
    private final Provenances provenances;
    private final Tenancy tenancy;
    private final Clock clock;

    private final Register moves = moves(Column.code("no", NO).sorts().link(StockController::document));
    /** For who may see what came and went, but not everybody's documents. */
    private final Register movesAlone = moves(Column.code("no", NO).sorts());

    private Register moves(Column no) {
        return Register.of("stores.move", MOVES)
            .columns(Column.date("day", DAY), no,
                    Column.status("kind", KIND, "stores.move", kind -> kind.endsWith("REVERSAL") ? Column.Mark.RED : Column.Mark.END),
                    Column.text("name", field(name("r", "name"), String.class)).link(r -> "/stores/cards/" + r.get(ITEM_ID)), Column.text("spec", field(name("r", "spec"), String.class)),
                    Column.text("text", field(name("r", "text"), String.class)), Column.text("warehouse", field(name("r", "warehouse"), String.class)), Column.text("unit", field(name("r", "unit"), String.class)),
                    Column.quantity("quantity", field(name("r", "quantity"), BigDecimal.class)), Column.money("amount", field(name("r", "amount"), Long.class)).summed(),
                    Column.quantity("after", field(name("r", "quantity_after"), BigDecimal.class)))
            .with(ID, ITEM_ID, DOCUMENT).finds(this::found)
            .days(DAY).hiddenFilter("document", DOCUMENT, "no").hiddenFilter("item", ITEM_ID, "name")
            .order("-day", ID).phone("name", "amount", List.of("day", "no", "text"), "quantity");
    }

    private final Register summary = Register.of("stores.summary", SUMMARY)
            .columns(Column.code("code", field(name("r", "code"), String.class)).link(r -> "/stores/cards/" + r.get(ID)), Column.text("name", field(name("r", "name"), String.class)),
                    Column.text("category", field(name("r", "category"), String.class)), Column.text("unit", field(name("r", "unit"), String.class)),
                    Column.quantity("opening", field(name("r", "opening_quantity"), BigDecimal.class)).blank(), Column.money("opening-amount", field(name("r", "opening_amount"), Long.class)).summed().blank(),
                    Column.quantity("in", field(name("r", "in_quantity"), BigDecimal.class)).blank(), Column.money("in-amount", field(name("r", "in_amount"), Long.class)).summed().blank(),
                    Column.quantity("out", field(name("r", "out_quantity"), BigDecimal.class)).blank(), Column.money("out-amount", field(name("r", "out_amount"), Long.class)).summed().blank(),
                    Column.quantity("quantity", field(name("r", "quantity"), BigDecimal.class)), Column.money("amount", field(name("r", "amount"), Long.class)).summed())
            .with(ID).words(field(name("r", "code"), String.class), field(name("r", "name"), String.class), field(name("r", "pinyin"), String.class))
            .span().flag("low-only", field(name("r", "low"), Boolean.class).isTrue()).flag("moved", field(name("r", "moves"), Integer.class).gt(0))
            .order("code", ID).phone("name", "amount", List.of("code", "category"), "quantity");

    StockController(StockBooks books, ItemService items, WarehouseService warehouses, Terms terms, Registers registers, Provenances provenances, Tenancy tenancy, Clock clock) {
        this.books = books;
        this.items = items;
        this.warehouses = warehouses;
        this.terms = terms;
        this.registers = registers;
        this.provenances = provenances;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** The whole number of a document, or words for a thing: a million moves are not read through for a part of a number. */
    private Condition found(String words) {
        return NUMBER.matcher(words.strip()).matches() ? NO.eq(words.strip().toUpperCase(Locale.ROOT)) : items.finds(ITEM_ID, words);
    }

    @GetMapping(MOVES)
    Object moves(HttpServletRequest request, Actor actor) {
        return registers.show(Readers.all(actor) ? moves : movesAlone, books::rows, request, actor);
    }

    @GetMapping(SUMMARY)
    Object summary(@RequestParam @Nullable String from, @RequestParam @Nullable String to, HttpServletRequest request, Actor actor) {
        return registers.show(summary, () -> books.summary(span(from, to), null), request, actor);
    }

    /** The card of one item, a table a warehouse that has it. */
    @GetMapping("/stores/cards/{id}")
    ModelAndView card(@PathVariable UUID id, @RequestParam @Nullable String from, @RequestParam @Nullable String to, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var item = items.item(id);
            var span = span(from, to);
            var cards = warehouses.all().stream().map(w -> new CardTable(w, books.card(w.id(), id, span))).filter(CardTable::used).toList();
            return new ModelAndView("stores/stock/card", Map.of("item", item, "span", span, "cards", cards, "mayChange", actor.holds(STOREKEEPER), "opens", Readers.all(actor)))
                    .addObject("source", provenances.of(id, actor));
        });
    }

    /** As typed; without a span the term of today, else the year. */
    private Span span(@Nullable String from, @Nullable String to) {
        var today = LocalDate.now(clock);
        var usual = terms.on(today).map(Term::span).orElse(new Span(today.withDayOfYear(1), today.withMonth(12).withDayOfMonth(31)));
        return Typed.span(from, to, usual);
    }

    private static String document(Record row) {
        return MoveKind.valueOf(row.get(KIND)).path(row.get(DOCUMENT));
    }
}
