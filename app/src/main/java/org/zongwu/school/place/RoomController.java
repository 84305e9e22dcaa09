package org.zongwu.school.place;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static zongwu.db.school.Tables.BUILDING;
import static zongwu.db.school.Tables.ROOM;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.school.count.Counted;
import org.zongwu.school.Places;
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

/** The screens of rooms; everybody may look up where a room is. */
@Controller
@RequestMapping(RoomController.PATH)
class RoomController implements FigureSource {
    static final String PATH = "/school/rooms";
    private static final int SUGGESTIONS = 12;
    private static final FigureDefinition ROOMS = new FigureDefinition("ROOMS", Unit.ROOM, 1);
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> CODE = field(name("r", "code"), String.class);
    private static final Field<String> NAME = field(name("r", "name"), String.class);
    private static final Field<String> BUILDING_NAME = field(name("r", "building"), String.class);

    private final Register register;
    private final Form form;
    private final PlaceRepository places;
    private final PlaceService service;
    private final Places lookup;
    private final Registers registers;
    private final Submissions submissions;
    private final Messages messages;
    private final DSLContext db;
    private final Tenancy tenancy;

    RoomController(PlaceRepository places, PlaceService service, Places lookup, Registers registers, Submissions submissions, Messages messages, DSLContext db, Tenancy tenancy) {
        this.places = places;
        this.service = service;
        this.lookup = lookup;
        this.registers = registers;
        this.submissions = submissions;
        this.messages = messages;
        this.db = db;
        this.tenancy = tenancy;
        form = Form.of("school.room").choice("building", this::buildings).text("code").text("name").text("use").whole("floor").optional().quantity("area").optional();
        register = Register.of("school.room", PATH)
                .columns(Column.text("building", BUILDING_NAME), Column.count("floor", field(name("r", "floor"), Integer.class)), Column.code("code", CODE),
                        Column.text("name", NAME).link(r -> PATH + "/" + r.get(ID) + "/edit"), Column.text("use", field(name("r", "use"))),
                        Column.quantity("area", field(name("r", "area"), BigDecimal.class)).summed(), Column.word("grade", field(name("r", "grade")), "grade"))
                .with(ID).words(CODE, NAME, BUILDING_NAME, field(name("r", "aliases"), String.class)).choice("building_id", field(name("r", "building_id"), UUID.class), this::buildings)
                .choice("use", field(name("r", "use"), String.class), this::uses).order("building", field(name("r", "sort"))).phone("name", "code", List.of("building", "use"), "area")
                .creates(PATH + "/new", GA_DIRECTOR, ASSET_ADMIN).link("school.building.title", BuildingController.PATH);
    }

    private Map<String, String> buildings() {
        var all = new LinkedHashMap<String, String>();
        places.buildings().forEach(b -> all.put(b.id().toString(), b.name()));
        return all;
    }

    private Map<String, String> uses() {
        var all = new LinkedHashMap<String, String>();
        db.selectDistinct(ROOM.USE).from(ROOM).where(ROOM.SCHOOL_ID.eq(tenancy.current())).orderBy(ROOM.USE).forEach(r -> all.put(r.value1(), r.value1()));
        return all;
    }

    private Table<?> rows() {
        return db.select(ROOM.ID, ROOM.BUILDING_ID, BUILDING.NAME.as("building"), BUILDING.ALIASES.cast(String.class).as("aliases"), ROOM.CODE, ROOM.NAME, ROOM.USE, ROOM.FLOOR,
                        ROOM.AREA, ROOM.GRADE, BUILDING.NAME.concat(ROOM.CODE).as("sort"))
                .from(ROOM).join(BUILDING).on(BUILDING.SCHOOL_ID.eq(ROOM.SCHOOL_ID), BUILDING.ID.eq(ROOM.BUILDING_ID))
                .where(ROOM.SCHOOL_ID.eq(tenancy.current())).asTable("r");
    }

    @GetMapping
    @Allow(everyone = true)
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, this::rows, request, actor);
    }

    /** Suggestions while a place is typed. */
    @GetMapping("/pick")
    @Allow(everyone = true)
    @ResponseBody
    List<Form.Suggestion> pick(@RequestParam(defaultValue = "") String q, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> lookup.search(q, SUGGESTIONS).stream()
                .map(p -> new Form.Suggestion(p.building() + p.code(), p.title(), p.name())).toList());
    }

    @GetMapping("/new")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    ModelAndView blank(Actor actor) {
        return tenancy.read(actor.schoolId(), () -> page("school.room.new", PATH, FormView.blank(form)));
    }

    @PostMapping
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object open(HttpServletRequest request, Actor actor) {
        var id = Ids.next();
        return submissions.post(request, actor, form, PATH + "?did=opened", in -> service.openRoom(actor, read(id, in)), view -> page("school.room.new", PATH, view));
    }

    @GetMapping("/{id}/edit")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    ModelAndView edit(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var r = places.room(id).orElseThrow(NotFound::new);
            return page("school.room.edit", PATH + "/" + id, FormView.blank(form).with("building", r.buildingId()).with("code", r.code()).with("name", r.name())
                    .with("use", r.use()).with("floor", r.floor()).with("area", r.area()));
        });
    }

    @PostMapping("/{id}")
    @Allow({GA_DIRECTOR, ASSET_ADMIN})
    Object change(@PathVariable UUID id, HttpServletRequest request, Actor actor) {
        return submissions.post(request, actor, form, PATH + "?did=changed", in -> service.changeRoom(actor, read(id, in)), view -> page("school.room.edit", PATH + "/" + id, view));
    }

    private static PlaceRepository.Room read(UUID id, Typed in) {
        var area = in.quantity("area");
        return new PlaceRepository.Room(id, UUID.fromString(in.text("building")), in.text("code"), in.text("name"), in.text("use"),
                in.optional("floor") == null ? null : in.whole("floor"), area == null ? null : area.value());
    }

    private ModelAndView page(String titleKey, String action, FormView view) {
        return new ModelAndView("web/form", Map.of("page", FormPage.of(messages.say(titleKey), PATH, messages.say("school.room.title"), action, view, messages.say("school.save"))));
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(ROOMS);
    }

    /** Rooms have no days: what is registered now. */
    @Override
    public List<Figure> figures(Span span) {
        return List.of(Counted.figure(db, ROOMS, span, rows(), noCondition(), PATH));
    }
}
