package org.zongwu.repairs.door;

import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.DISPATCHER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static zongwu.db.school.Tables.PLACE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.NavEntry;
import org.zongwu.web.Allow;
import org.zongwu.web.Printer;

/** 门牌报修码: sheets of codes to be cut and put on doors. */
@Controller
@Allow({DISPATCHER, GA_DIRECTOR, ASSET_ADMIN})
class DoorSheetController {
    static final String PATH = "/repairs/doors";
    private static final int A_PAGE = 8;

    private final Doors doors;
    private final DSLContext db;
    private final Printer printer;
    private final Schools schools;
    private final Tenancy tenancy;

    DoorSheetController(Doors doors, DSLContext db, Printer printer, Schools schools, Tenancy tenancy) {
        this.doors = doors;
        this.db = db;
        this.printer = printer;
        this.schools = schools;
        this.tenancy = tenancy;
    }

    @GetMapping(PATH)
    ModelAndView choose(@RequestParam(defaultValue = "") String building, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var buildings = db.selectDistinct(PLACE.BUILDING).from(PLACE).where(PLACE.SCHOOL_ID.eq(tenancy.current())).orderBy(PLACE.BUILDING).fetch(PLACE.BUILDING);
            var chosen = buildings.contains(building) ? building : buildings.isEmpty() ? "" : buildings.getFirst();
            return new ModelAndView("repairs/door/sheets", Map.of("buildings", buildings, "building", chosen, "rooms", rooms(chosen)));
        });
    }

    /** Makes the codes that are not there yet, and prints them all. */
    @PostMapping(PATH + "/sheet.pdf")
    ResponseEntity<byte[]> print(@RequestParam(defaultValue = "") List<UUID> room, HttpServletRequest request, Actor actor) {
        var school = schools.find(actor.schoolId()).orElseThrow();
        var base = request.getScheme() + "://" + request.getHeader("Host") + "/r/" + school.code() + "/";
        var signs = tenancy.write(actor.schoolId(), () -> doors.of(actor, room)).stream().map(d -> new Sign(d.place(), d.code(), printer.qr(base + d.code()))).toList();
        var pages = new ArrayList<List<Sign>>();
        for (var from = 0; from < signs.size(); from += A_PAGE) pages.add(signs.subList(from, Math.min(signs.size(), from + A_PAGE)));
        var pdf = printer.pdf(school.name(), "repairs/door/paper", Map.of("pages", pages, "school", school.name(), "host", request.getHeader("Host")), "doors");
        return ResponseEntity.status(pdf.getStatusCode()).headers(pdf.getHeaders()).header("X-Door-Codes", signs.stream().map(Sign::code).collect(Collectors.joining(" "))).body(pdf.getBody());
    }

    /** Rooms by id, as people call them. */
    private Map<String, String> rooms(String building) {
        var all = new LinkedHashMap<String, String>();
        db.select(PLACE.ID, PLACE.BUILDING, PLACE.CODE, PLACE.NAME).from(PLACE).where(PLACE.SCHOOL_ID.eq(tenancy.current()), building.isEmpty() ? DSL.noCondition() : PLACE.BUILDING.eq(building)).orderBy(PLACE.CODE)
                .forEach(r -> all.put(r.value1().toString(), Doors.title(r.value2(), r.value3(), r.value4())));
        return all;
    }

    @Bean
    static NavEntry doorsInMenu() {
        return NavEntry.of("repairs", "repairs.doors.title", PATH, 357, DISPATCHER, GA_DIRECTOR, ASSET_ADMIN);
    }
}
