package org.zongwu.stores.label;

import static zongwu.db.stores.Tables.BALANCE;
import static zongwu.db.stores.Tables.ITEM_PLACE;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.STOREKEEPER;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.stores.item.Item;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Allow;
import org.zongwu.web.NotFound;
import org.zongwu.web.Printer;

/** Chooses items, by words or a whole warehouse, and prints their labels; the code on a label opens the item's card. */
@Controller
class LabelController {
    static final String PATH = "/stores/labels";
    private static final int SHOWN = 300;
    private static final int PRINTED = 1000;

    private final ItemService items;
    private final WarehouseService warehouses;
    private final DSLContext db;
    private final Printer printer;
    private final Schools schools;
    private final Tenancy tenancy;

    LabelController(ItemService items, WarehouseService warehouses, DSLContext db, Printer printer, Schools schools, Tenancy tenancy) {
        this.items = items;
        this.warehouses = warehouses;
        this.db = db;
        this.printer = printer;
        this.schools = schools;
        this.tenancy = tenancy;
    }

    @GetMapping(PATH)
    @Allow({STOREKEEPER, ASSET_ADMIN, GA_DIRECTOR})
    ModelAndView choose(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String warehouse, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var of = id(warehouse);
            var found = (q.isBlank() ? items.all().stream().filter(Item::active) : items.search(q, SHOWN).stream()).toList();
            var there = of == null ? null : there(of);
            var shown = found.stream().filter(i -> there == null || there.contains(i.id())).limit(SHOWN).toList();
            return new ModelAndView("stores/label/choose", Map.of("items", shown, "warehouses", warehouses.all(), "warehouse", warehouse, "q", q, "stocks", List.of(Stock.values()).stream().map(Enum::name).toList()));
        });
    }

    /**
     * The labels as a PDF: of the chosen items, or a page with a ruler to see whether the printer keeps its measures.
     *
     * @param skip places that are used up on the first sheet
     */
    @GetMapping(PATH + "/paper")
    @Allow({STOREKEEPER, ASSET_ADMIN, GA_DIRECTOR})
    ResponseEntity<byte[]> paper(@RequestParam(name = "item", defaultValue = "") List<String> codes, @RequestParam(defaultValue = "SHEET_24") String stock, @RequestParam(defaultValue = "") String warehouse,
            @RequestParam(defaultValue = "1") String copies, @RequestParam(defaultValue = "0") String skip, @RequestParam(defaultValue = "") String test, HttpServletRequest request, Actor actor) {
        var on = List.of(Stock.values()).stream().filter(s -> s.name().equals(stock)).findFirst().orElse(Stock.SHEET_24);
        var base = request.getScheme() + "://" + request.getHeader("Host") + "/stores/i/";
        var labels = "yes".equals(test) ? List.<@Nullable Label>of() : tenancy.read(actor.schoolId(), () -> labels(codes, id(warehouse), base, number(copies, 1, 50), number(skip, 0, on.aPage() - 1)));
        var pages = new ArrayList<List<@Nullable Label>>();
        for (var from = 0; from < labels.size(); from += on.aPage()) pages.add(labels.subList(from, Math.min(labels.size(), from + on.aPage())));
        var model = new HashMap<String, Object>(Map.of("pages", pages, "test", "yes".equals(test) || labels.isEmpty(), "pageWidth", on.pageWidth, "pageHeight", on.pageHeight, "columns", on.columns,
                "rows", on.rows, "width", on.width, "height", on.height, "left", on.left));
        model.put("topTenths", on.topTenths());
        return printer.pdf(schools.find(actor.schoolId()).orElseThrow().name(), "stores/label/paper", model, "labels");
    }

    /** What a phone's camera opens from a label. */
    @GetMapping("/stores/i/{code}")
    @Allow({STOREKEEPER, GA_DIRECTOR, ASSET_ADMIN})
    RedirectView item(@PathVariable String code, Actor actor) {
        return new RedirectView("/stores/cards/" + tenancy.read(actor.schoolId(), () -> items.named(code).orElseThrow(NotFound::new)).id(), true);
    }

    private List<@Nullable Label> labels(List<String> codes, @Nullable UUID warehouse, String base, int copies, int skip) {
        var wanted = new LinkedHashMap<String, Item>();
        for (var code : codes) items.named(code).ifPresent(i -> wanted.put(i.code(), i));
        var shelves = shelves(warehouse);
        var all = new ArrayList<@Nullable Label>();
        if (!wanted.isEmpty()) for (var i = 0; i < skip; i++) all.add(null);
        for (var i : wanted.values()) {
            var label = new Label(i.code(), i.name(), i.spec(), i.unit(), shelves.get(i.id()), printer.qr(base + URLEncoder.encode(i.code(), StandardCharsets.UTF_8)));
            for (var n = 0; n < copies && all.size() < PRINTED; n++) all.add(label);
        }
        return all;
    }

    /** Shelf by item, of the one warehouse or of any. */
    private Map<UUID, String> shelves(@Nullable UUID warehouse) {
        var all = new HashMap<UUID, String>();
        db.select(ITEM_PLACE.ITEM_ID, ITEM_PLACE.SHELF).from(ITEM_PLACE).where(ITEM_PLACE.SCHOOL_ID.eq(tenancy.current()), warehouse == null ? org.jooq.impl.DSL.noCondition() : ITEM_PLACE.WAREHOUSE_ID.eq(warehouse))
                .orderBy(ITEM_PLACE.WAREHOUSE_ID).forEach(r -> all.putIfAbsent(r.value1(), r.value2()));
        return all;
    }

    private Set<UUID> there(UUID warehouse) {
        return db.select(BALANCE.ITEM_ID).from(BALANCE).where(BALANCE.SCHOOL_ID.eq(tenancy.current()), BALANCE.WAREHOUSE_ID.eq(warehouse), BALANCE.QUANTITY.gt(BigDecimal.ZERO)).fetchSet(BALANCE.ITEM_ID);
    }

    private static @Nullable UUID id(String text) {
        return text.matches("[0-9a-f-]{36}") ? UUID.fromString(text) : null;
    }

    private static int number(String text, int otherwise, int most) {
        return text.matches("\\d{1,4}") ? Math.min(Math.max(Integer.parseInt(text), 0), most) : otherwise;
    }
}
