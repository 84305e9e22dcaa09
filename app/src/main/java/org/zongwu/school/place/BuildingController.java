package org.zongwu.school.place;

import static org.jooq.impl.DSL.arrayToString;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.sum;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static zongwu.db.school.Tables.BUILDING;
import static zongwu.db.school.Tables.CAMPUS;
import static zongwu.db.school.Tables.ROOM;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Form;
import org.zongwu.web.FormPage;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;
import org.zongwu.web.Typed;

/** The screens of buildings, with the other names that people say. */
@Controller
@RequestMapping(BuildingController.PATH)
class BuildingController {
    static final String PATH = "/school/buildings";
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NAME = field(name("r", "name"), String.class);
    private static final Field<String> ALIASES = field(name("r", "aliases"), String.class);

    private final Register register;
    private final Form form;
    private final PlaceRepository places;
    private final PlaceService service;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;

    BuildingController(PlaceRepository places, PlaceService service, Registers registers, Submissions submissions, Messages messages, DSLContext db, Tenancy tenancy) {
        this.places = places;
        this.service = service;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        form = Form.of("school.building").text("name").choice("campus", this::campuses).optional().text("new_campus").optional().text("aliases").optional().wide();
        register = Register.of("school.building", PATH)
                .columns(Column.text("name", NAME).link(r -> PATH + "/" + r.get(ID) + "/edit"), Column.text("aliases", ALIASES), Column.text("campus", field(name("r", "campus"))),
                        Column.count("rooms", field(name("r", "rooms"), Integer.class)).summed(), Column.quantity("area", field(name("r", "area"), BigDecimal.class)).summed())
                .with(ID).words(NAME, ALIASES).order("name", ID).phone("name", "rooms", List.of("aliases"), "area").creates(PATH + "/new", GA_DIRECTOR);
    }

    private Map<String, String> campuses() {
        var all = new LinkedHashMap<String, String>();
        places.campuses().forEach(c -> all.put(c.id().toString(), c.name()));
        return all;
    }

    private Table<?> rows() {
        var school = tenancy.current();
        var here = ROOM.SCHOOL_ID.eq(school).and(ROOM.BUILDING_ID.eq(BUILDING.ID));
        return db.select(BUILDING.ID, BUILDING.NAME, arrayToString(BUILDING.ALIASES, inline("、")).as("aliases"), CAMPUS.NAME.as("campus"),
                        selectCount().from(ROOM).where(here).asField("rooms"), DSL.select(sum(ROOM.AREA)).from(ROOM).where(here).asField("area"))
                .from(BUILDING).join(CAMPUS).on(CAMPUS.SCHOOL_ID.eq(BUILDING.SCHOOL_ID), CAMPUS.ID.eq(BUILDING.CAMPUS_ID))
                .where(BUILDING.SCHOOL_ID.eq(school)).asTable("r");
    }

    @GetMapping
    @Allow(everyone = true)
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, this::rows, request, actor);
    }

    @GetMapping("/new")
    @Allow(GA_DIRECTOR)
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page("school.building.new", PATH, FormView.blank(form).with("campus", places.campuses().stream().findFirst().map(PlaceRepository.Campus::id).orElse(null))));
    }

    @PostMapping
    @Allow(GA_DIRECTOR)
    Object open(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, form, PATH + "?did=opened", in -> service.openBuilding(actor, read(id, in, actor)), view -> page("school.building.new", PATH, view));
    }

    @GetMapping("/{id}/edit")
    @Allow(GA_DIRECTOR)
    ModelAndView edit(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var b = places.building(id).orElseThrow(NotFound::new);
            return page("school.building.edit", PATH + "/" + id, FormView.blank(form).with("name", b.name()).with("campus", b.campusId()).with("aliases", String.join("、", b.aliases())));
        });
    }

    @PostMapping("/{id}")
    @Allow(GA_DIRECTOR)
    Object change(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, form, PATH + "?did=changed", in -> service.changeBuilding(actor, read(id, in, actor)), view -> page("school.building.edit", PATH + "/" + id, view));
    }

    private PlaceRepository.Building read(UUID id, Typed in, Actor actor) {
        var aliases = Arrays.stream(in.text("aliases").split("[、，,;；\\s]+")).filter(a -> !a.isBlank()).distinct().toList();
        return new PlaceRepository.Building(id, campus(in, actor), in.text("name"), aliases);
    }

    /** The one chosen, or a new one that is opened with its first building. */
    private UUID campus(Typed in, Actor actor) {
        if (in.optional("new_campus") == null) {
            if (in.optional("campus") == null) throw RuleBroken.at("campus", "R-ORG-5", "rule.school.no-campus");
            return UUID.fromString(in.text("campus"));
        }
        var id = Ids.next();
        service.openCampus(actor, id, in.text("new_campus"));
        return id;
    }

    private ModelAndView page(String titleKey, String action, FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say(titleKey), PATH, messages.say("school.building.title"), action, view, messages.say("school.save"))));
    }
}
