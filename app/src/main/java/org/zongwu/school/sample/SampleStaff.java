package org.zongwu.school.sample;

import static zongwu.db.school.Tables.DEPARTMENT;
import static zongwu.db.school.Tables.DUTY_HELD;
import static zongwu.db.school.Tables.EMPLOYEE;
import static zongwu.db.school.Tables.POSTING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.WorkRef;
import org.zongwu.school.Pinyin;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** 133 people in nineteen departments, with their duties. One of them joined in the term; another has left in it. */
@Component
class SampleStaff {
    static final int STAFF = 133;
    private static final LocalDate FOUNDED = LocalDate.of(2003, 8, 25);
    private static final LocalDate SINCE = LocalDate.of(2024, 8, 26);
    /** Offices with the posts in them and the duties of each; a department that the set-up opened is used as it is. */
    private static final String[][] OFFICES = {
        {"校长室", "校长:PRINCIPAL", "书记:PARTY_SECRETARY", "副校长:VP_LOGISTICS", "副校长", "副校长:UNION"},
        {"党政办公室", "主任:DISCIPLINE", "干事:SEAL_KEEPER", "干事"},
        {"教务处", "主任", "副主任", "干事", "干事:AUDIT_MEMBER"},
        {"德育处", "主任", "副主任", "干事", "干事:AUDIT_MEMBER"},
        {"总务处", "总务主任:GA_DIRECTOR", "副主任:DISPATCHER", "保管员:STOREKEEPER", "保管员:STOREKEEPER", "采购员:BUYER", "采购员:BUYER", "资产管理员:ASSET_ADMIN",
            "维修工:WORKER", "维修工:WORKER", "校园安全员:CUSTODIAN", "食堂管理员:CANTEEN_MANAGER"},
        {"财务室", "会计:ACCOUNTANT", "会计主管:ACC_SUPERVISOR", "出纳:CASHIER", "报账员"},
        {"信息中心", "系统管理员:SYS_ADMIN", "安全管理员:SEC_ADMIN", "审计管理员:LOG_AUDITOR"}};
    private static final Map<String, Integer> GROUPS = groups();

    private final DSLContext db;
    private final Trail trail;
    private final Tenancy tenancy;

    SampleStaff(DSLContext db, Trail trail, Tenancy tenancy) {
        this.db = db;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    private static Map<String, Integer> groups() {
        var all = new LinkedHashMap<String, Integer>();
        Object[] pairs = {"语文组", 18, "数学组", 18, "英语组", 16, "物理组", 8, "化学组", 6, "生物组", 6, "道德与法治组", 7, "历史组", 6, "地理组", 5, "体育组", 6, "音乐组", 2, "美术组", 1};
        for (var i = 0; i < pairs.length; i += 2) all.put((String) pairs[i], (Integer) pairs[i + 1]);
        return all;
    }

    record Person(UUID id, String staffNo, String name, UUID departmentId, String job, @Nullable LocalDate joinedOn, @Nullable LocalDate leftOn, List<Duty> duties) {}

    /** @return the teachers who may lead a class, and the actors who sign what follows */
    record Made(List<Person> people, Actor director, Actor security) {
        List<Person> teachers() {
            return people.stream().filter(p -> p.duties().contains(Duty.TEACHER) && p.leftOn() == null).toList();
        }
    }

    Made create(RandomGenerator random, Names names, LocalDate termStart) {
        var school = tenancy.current();
        var people = people(random, names, departments(), termStart);
        var director = people.stream().filter(p -> p.duties().contains(Duty.GA_DIRECTOR)).findFirst().orElseThrow();
        var security = people.stream().filter(p -> p.duties().contains(Duty.SEC_ADMIN)).findFirst().orElseThrow();
        var made = new Made(people, new Actor(school, director.id(), director.name(), Set.of(Duty.GA_DIRECTOR)),
                new Actor(school, security.id(), security.name(), Set.of(Duty.SEC_ADMIN)));
        insertPeople(people);
        trail.write(made.director(), "sample", new WorkRef("school.employee", Ids.next(), "1–" + people.size()), null,
                Images.of(DEPARTMENT, DEPARTMENT.SCHOOL_ID.eq(school)).and(EMPLOYEE, EMPLOYEE.SCHOOL_ID.eq(school)).and(POSTING, POSTING.SCHOOL_ID.eq(school)));
        return made;
    }

    private Map<String, UUID> departments() {
        var school = tenancy.current();
        Map<String, UUID> all = new LinkedHashMap<>(db.select(DEPARTMENT.NAME, DEPARTMENT.ID).from(DEPARTMENT).where(DEPARTMENT.SCHOOL_ID.eq(school)).fetchMap(DEPARTMENT.NAME, DEPARTMENT.ID));
        var insert = db.insertInto(DEPARTMENT).columns(DEPARTMENT.SCHOOL_ID, DEPARTMENT.ID, DEPARTMENT.NAME, DEPARTMENT.TEACHING, DEPARTMENT.VALID_FROM);
        for (var office : OFFICES) {
            if (all.containsKey(office[0])) continue;
            all.put(office[0], Ids.next());
            insert = insert.values(school, all.get(office[0]), office[0], false, FOUNDED);
        }
        for (var group : GROUPS.keySet()) {
            all.put(group, Ids.next());
            insert = insert.values(school, all.get(group), group, true, FOUNDED);
        }
        insert.execute();
        return all;
    }

    private List<Person> people(RandomGenerator random, Names names, Map<String, UUID> departments, LocalDate termStart) {
        var all = new ArrayList<Person>();
        var founder = db.select(EMPLOYEE.ID, EMPLOYEE.STAFF_NO, EMPLOYEE.NAME).from(EMPLOYEE).where(EMPLOYEE.SCHOOL_ID.eq(tenancy.current())).fetch();
        for (var office : OFFICES) {
            for (var post : List.of(office).subList(1, office.length)) {
                var parts = post.split(":");
                var duty = parts.length == 1 ? List.<Duty>of() : List.of(Duty.valueOf(parts[1]));
                if (duty.contains(Duty.GA_DIRECTOR) && !founder.isEmpty()) {
                    var f = founder.getFirst();
                    all.add(new Person(f.value1(), f.value2(), names.exactly(f.value3()), departments.get(office[0]), parts[0], null, null, duty));
                } else {
                    all.add(person(all, names.next(), departments.get(office[0]), parts[0], joined(random), duty));
                }
            }
        }
        GROUPS.forEach((group, size) -> {
            for (var i = 0; i < size; i++) all.add(person(all, teacher(names, group, i), departments.get(group), i == 0 ? "组长" : "教师", joined(random), List.of(Duty.TEACHER)));
        });
        joinAndLeave(all, names, departments.get("英语组"), termStart);
        return all;
    }

    /** Somebody joins when the term opens; somebody who was there before leaves in its fourth week. */
    private static void joinAndLeave(List<Person> all, Names names, UUID department, LocalDate termStart) {
        var joins = all.removeLast();
        all.add(new Person(joins.id(), joins.staffNo(), joins.name(), joins.departmentId(), joins.job(), termStart.plusDays(21), null, joins.duties()));
        var leaves = person(all, names.next(), department, "教师", SINCE, List.of(Duty.TEACHER));
        all.add(new Person(leaves.id(), leaves.staffNo(), leaves.name(), leaves.departmentId(), leaves.job(), SINCE, termStart.plusDays(28), leaves.duties()));
    }

    private static Person person(List<Person> all, String name, UUID department, String job, LocalDate joinedOn, List<Duty> duties) {
        return new Person(Ids.next(), "Q%03d".formatted(all.size() + 2), name, department, job, joinedOn, null, duties);
    }

    /** Names that are hard to type or to read stand in every example. */
    private static String teacher(Names names, String group, int place) {
        return switch (group + place) {
            case "语文组3" -> names.exactly("单承堃");
            case "数学组5" -> names.exactly("解喆");
            case "英语组2" -> names.exactly("区静禾");
            case "物理组1" -> names.exactly("查文䶮");
            default -> names.next();
        };
    }

    private static LocalDate joined(RandomGenerator random) {
        return LocalDate.of(2004 + random.nextInt(20), 8, 20 + random.nextInt(10));
    }

    private void insertPeople(List<Person> people) {
        var school = tenancy.current();
        var employees = db.insertInto(EMPLOYEE).columns(EMPLOYEE.SCHOOL_ID, EMPLOYEE.ID, EMPLOYEE.STAFF_NO, EMPLOYEE.NAME, EMPLOYEE.PINYIN, EMPLOYEE.DEPARTMENT_ID, EMPLOYEE.JOB, EMPLOYEE.PHONE,
                EMPLOYEE.JOINED_ON, EMPLOYEE.LEFT_ON);
        var postings = db.insertInto(POSTING).columns(POSTING.SCHOOL_ID, POSTING.ID, POSTING.EMPLOYEE_ID, POSTING.DEPARTMENT_ID, POSTING.VALID_FROM, POSTING.VALID_TO);
        for (var i = 0; i < people.size(); i++) {
            var p = people.get(i);
            if (p.joinedOn() == null) {
                db.update(EMPLOYEE).set(EMPLOYEE.JOB, p.job()).set(EMPLOYEE.PHONE, phone(i)).where(EMPLOYEE.SCHOOL_ID.eq(school), EMPLOYEE.ID.eq(p.id())).execute();
                continue; // the founder is registered already
            }
            employees = employees.values(school, p.id(), p.staffNo(), p.name(), Pinyin.index(p.name()), p.departmentId(), p.job(), phone(i), p.joinedOn(), p.leftOn());
            postings = postings.values(school, Ids.next(), p.id(), p.departmentId(), p.joinedOn(), p.leftOn() == null ? null : p.leftOn().minusDays(1));
        }
        employees.execute();
        postings.execute();
    }

    /** No telephone rings there: 139 0000 is not given out. */
    private static String phone(int n) {
        return "1390000%04d".formatted(1000 + n * 7);
    }

    /** The duties of all, and of those who lead a class; the founder has his own already. */
    void grantDuties(Made made, List<UUID> headTeachers) {
        var school = tenancy.current();
        var there = db.select(DUTY_HELD.EMPLOYEE_ID).from(DUTY_HELD).where(DUTY_HELD.SCHOOL_ID.eq(school)).fetchSet(DUTY_HELD.EMPLOYEE_ID);
        var insert = db.insertInto(DUTY_HELD).columns(DUTY_HELD.SCHOOL_ID, DUTY_HELD.ID, DUTY_HELD.EMPLOYEE_ID, DUTY_HELD.DUTY, DUTY_HELD.VALID_FROM, DUTY_HELD.VALID_TO,
                DUTY_HELD.GRANTED_BY, DUTY_HELD.ASKED_BY);
        var security = made.security().employeeId();
        var director = made.director().employeeId();
        for (var p : made.people()) {
            if (there.contains(p.id())) continue;
            var duties = new ArrayList<>(p.duties());
            if (headTeachers.contains(p.id())) duties.add(Duty.HEAD_TEACHER);
            var from = p.joinedOn() != null && p.joinedOn().isAfter(SINCE) ? p.joinedOn() : SINCE;
            for (var duty : duties) {
                insert = insert.values(school, Ids.next(), p.id(), duty.name(), from, p.leftOn() == null ? null : p.leftOn().minusDays(1),
                        p.id().equals(security) ? null : security, p.id().equals(director) ? null : director);
            }
        }
        insert.execute();
        trail.write(made.security(), "sample", new WorkRef("school.duty_held", Ids.next(), Integer.toString(made.people().size())), null, Images.of(DUTY_HELD, DUTY_HELD.SCHOOL_ID.eq(school)));
    }
}
