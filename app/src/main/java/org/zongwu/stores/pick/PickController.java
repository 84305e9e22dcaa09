package org.zongwu.stores.pick;

import static org.zongwu.kernel.Duty.STOREKEEPER;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.pick.PickService.Slip;
import org.zongwu.stores.warehouse.Warehouse;
import org.zongwu.stores.warehouse.WarehouseService;
import org.zongwu.web.Allow;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Printer;
import org.zongwu.web.Shown;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** 配货单: on the phone a list to tick off, on paper a list to take along. */
@Controller
@RequestMapping(PickController.PATH)
@Allow(STOREKEEPER)
class PickController {
    static final String PATH = "/stores/picks";
    private static final Form WALK = Form.of("stores.pick").line("row", Form.Kind.TEXT, null).optionalLine("picked", Form.Kind.TEXT);

    private final PickService picks;
    private final WarehouseService warehouses;
    private final Submissions submissions;
    private final Printer printer;
    private final Schools schools;
    private final Tenancy tenancy;
    private final Clock clock;

    PickController(PickService picks, WarehouseService warehouses, Submissions submissions, Printer printer, Schools schools, Tenancy tenancy, Clock clock) {
        this.picks = picks;
        this.warehouses = warehouses;
        this.submissions = submissions;
        this.printer = printer;
        this.schools = schools;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam @Nullable UUID warehouse, @RequestParam(defaultValue = "") String all, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page(warehouse, "yes".equals(all), FormView.blank(WALK), actor));
    }

    @PostMapping
    Object done(@RequestParam UUID warehouse, @RequestParam(defaultValue = "") String all, @RequestParam(name = "tick", defaultValue = "") List<String> ticks, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, WALK, PATH + "?warehouse=" + warehouse + "&did=laid-ready", in -> take(actor, in, new HashSet<>(ticks)),
                view -> page(warehouse, "yes".equals(all), view, actor));
    }

    @GetMapping("/paper")
    ResponseEntity<byte[]> paper(@RequestParam @Nullable UUID warehouse, @RequestParam(defaultValue = "") String all, Actor actor) {
        var of = tenancy.read(actor.schoolId(), () -> chosen(warehouse, actor));
        var rows = tenancy.read(actor.schoolId(), () -> of == null ? List.<PickRow>of() : picks.list(of.id(), "yes".equals(all)));
        return printer.pdf(schools.find(actor.schoolId()).orElseThrow().name(), "stores/pick/paper",
                Map.of("rows", rows, "warehouse", of == null ? "" : of.name(), "keeper", actor.name(), "at", Shown.fullTime(clock.instant())), "picks");
    }

    private void take(Actor keeper, Typed in, Set<String> ticks) {
        var ticked = new HashMap<Slip, Map<Integer, Quantity>>();
        var lines = new HashMap<Slip, Integer>();
        for (var line : in.lines()) {
            var key = line.text("row").split(":");
            if (key.length != 3) throw new RuleBroken("R-EDIT", "rule.stores.changed-meanwhile");
            var slip = new Slip(UUID.fromString(key[0]), Integer.parseInt(key[2]));
            var index = Integer.parseInt(key[1]);
            lines.merge(slip, index + 1, Math::max);
            if (ticks.contains(line.text("row"))) ticked.computeIfAbsent(slip, s -> new HashMap<>()).put(index, quantity(line.field("picked"), line.optional("picked")));
        }
        if (ticked.isEmpty()) throw RuleBroken.at("main", "R-ISS-10", "rule.stores.pick.nothing-ticked");
        picks.done(keeper, ticked, lines);
    }

    /** As typed; nothing written is nothing taken. */
    private static Quantity quantity(String field, @Nullable String typed) {
        if (typed == null) return Quantity.ZERO;
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,]", "");
        if (!text.matches("\\d{1,12}(\\.\\d{1,3})?")) throw RuleBroken.at(field, "R-ISS-10", "rule.stores.pick.no-number", typed);
        return new Quantity(new BigDecimal(text));
    }

    private ModelAndView page(@Nullable UUID warehouse, boolean again, FormView view, Actor actor) {
        var of = chosen(warehouse, actor);
        var rows = of == null ? List.<PickRow>of() : picks.list(of.id(), again);
        var model = new HashMap<String, Object>(Map.of("rows", rows, "warehouses", warehouses.all(), "again", again, "form", view));
        model.put("warehouse", of);
        return new ModelAndView("stores/pick/list", model);
    }

    /** The one asked for, else the first that the reader keeps, else the first there is. */
    private @Nullable Warehouse chosen(@Nullable UUID id, Actor actor) {
        var all = warehouses.all();
        return all.stream().filter(w -> w.id().equals(id)).findFirst().or(() -> all.stream().filter(w -> actor.employeeId().equals(w.keeperId())).findFirst())
                .or(() -> all.stream().findFirst()).orElse(null);
    }
}
