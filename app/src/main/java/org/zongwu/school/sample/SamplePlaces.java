package org.zongwu.school.sample;

import static zongwu.db.school.Tables.BUILDING;
import static zongwu.db.school.Tables.CAMPUS;
import static zongwu.db.school.Tables.ROOM;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** Six buildings with 152 rooms, 42 of them classrooms. */
@Component
class SamplePlaces {
    private static final List<Plan> BUILDINGS = List.of(
            new Plan("春播楼", List.of("1号楼", "东教学楼"), 4, 7, "教室", List.of("教师休息室", "卫生工具间")),
            new Plan("夏耘楼", List.of("2号楼", "西教学楼"), 4, 7, "教室", List.of("教师休息室", "卫生工具间")),
            new Plan("秋实楼", List.of("3号楼", "实验楼"), 4, 6, "专用室", List.of("物理实验室", "化学实验室", "生物实验室", "仪器室", "药品室", "准备室", "计算机教室", "通用技术教室", "音乐教室", "美术教室",
                    "书法教室", "舞蹈房")),
            new Plan("冬藏楼", List.of("4号楼", "综合楼", "行政楼"), 5, 6, "办公", List.of("校长室", "书记室", "党政办公室", "教务处", "德育处", "总务处", "财务室", "信息中心", "会议室", "档案室", "仓库",
                    "图书室", "阅览室", "文印室", "教研室")),
            new Plan("禾香餐厅", List.of("食堂"), 2, 6, "食堂", List.of("学生餐厅", "教工餐厅", "操作间", "主食库", "副食库", "留样间")),
            new Plan("青舍", List.of("宿舍楼", "学生宿舍"), 5, 6, "宿舍", List.of("学生寝室")));
    private static final int CLASSROOMS_EACH = 21;

    private final DSLContext db;
    private final Trail trail;
    private final Tenancy tenancy;

    SamplePlaces(DSLContext db, Trail trail, Tenancy tenancy) {
        this.db = db;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    private record Plan(String name, List<String> aliases, int floors, int perFloor, String use, List<String> rooms) {}

    void create(Actor director, RandomGenerator random, List<String> classTitles) {
        var school = tenancy.current();
        var campus = db.select(CAMPUS.ID).from(CAMPUS).where(CAMPUS.SCHOOL_ID.eq(school)).limit(1).fetchSingle(CAMPUS.ID);
        var titles = new ArrayList<>(classTitles);
        var rooms = db.insertInto(ROOM).columns(ROOM.SCHOOL_ID, ROOM.ID, ROOM.BUILDING_ID, ROOM.CODE, ROOM.NAME, ROOM.USE, ROOM.FLOOR, ROOM.AREA);
        for (var plan : BUILDINGS) {
            var building = Ids.next();
            db.insertInto(BUILDING).columns(BUILDING.SCHOOL_ID, BUILDING.ID, BUILDING.CAMPUS_ID, BUILDING.NAME, BUILDING.ALIASES)
                    .values(school, building, campus, plan.name(), plan.aliases().toArray(String[]::new)).execute();
            var nth = 0;
            for (var floor = 1; floor <= plan.floors(); floor++) {
                for (var place = 1; place <= plan.perFloor(); place++, nth++) {
                    var classroom = plan.use().equals("教室") && nth < CLASSROOMS_EACH;
                    var name = classroom ? titles.removeFirst() + "教室" : name(plan, nth, floor, place);
                    var use = plan.use().equals("教室") && !classroom ? "辅助" : plan.use();
                    var area = classroom ? new BigDecimal("64.80") : BigDecimal.valueOf(2400 + random.nextInt(70) * 100L, 2);
                    rooms = rooms.values(school, Ids.next(), building, floor + "%02d".formatted(place), name, use, floor, area);
                }
            }
        }
        rooms.execute();
        trail.write(director, "sample", new WorkRef("school.room", Ids.next(), Integer.toString(BUILDINGS.size())), null,
                Images.of(BUILDING, BUILDING.SCHOOL_ID.eq(school)).and(ROOM, ROOM.SCHOOL_ID.eq(school)));
    }

    private static String name(Plan plan, int nth, int floor, int place) {
        var kind = plan.rooms().get(nth % plan.rooms().size());
        if (plan.rooms().size() == 1 || plan.use().equals("教室")) return kind + floor + "%02d".formatted(place);
        var round = nth / plan.rooms().size();
        return round == 0 ? kind : kind + (round + 1);
    }
}
