package org.zongwu.stores.sample;

import static zongwu.db.stores.Tables.KIT;
import static zongwu.db.stores.Tables.KIT_LINE;
import static zongwu.db.stores.Tables.QUOTA;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.SampleData.SampleSchool;
import org.zongwu.logbook.Draft;
import org.zongwu.logbook.Logbooks;
import org.zongwu.school.People;
import org.zongwu.stores.Stores.Wanted;
import org.zongwu.stores.issue.IssueService;
import org.zongwu.stores.issue.Purpose;
import org.zongwu.stores.kit.HandoutService;
import org.zongwu.stores.request.RequestService;
import org.zongwu.stores.shelf.Shelves;

/** What the keeper does besides slips: kits for all classes, places on the shelves, quotas, and somebody who asks for too much. */
@Component
class Handing {
    private final Logbooks books;
    private final HandoutService handouts;
    private final IssueService issues;
    private final RequestService requests;
    private final Shelves shelves;
    private final People people;
    private final Tenancy tenancy;

    Handing(Logbooks books, HandoutService handouts, IssueService issues, RequestService requests, Shelves shelves, People people, Tenancy tenancy) {
        this.books = books;
        this.handouts = handouts;
        this.issues = issues;
        this.requests = requests;
        this.shelves = shelves;
        this.people = people;
        this.tenancy = tenancy;
    }

    /** Half of the classes on that day, the others on the next, the last a day late. */
    void toAllClasses(SampleSchool school, UUID warehouse, String name, List<Paperwork.Wanted> kit, LocalDate day) {
        var keeper = school.actor(Duty.STOREKEEPER);
        tenancy.write(school.schoolId(), () -> {
            var draft = Draft.blank().set(KIT.NAME, name).set(KIT.DAY, day.minusDays(1));
            for (var w : kit) {
                draft.line(Draft.blank().set(KIT_LINE.ITEM, w.good().item.code()).set(KIT_LINE.PER, "CLASS").set(KIT_LINE.QUANTITY, BigDecimal.valueOf(w.quantity())));
            }
            var entered = books.enter(keeper, books.of(KIT), draft);
            var id = Ids.next();
            handouts.open(keeper, id, entered.id(), warehouse, day, day.plusDays(1));
            var parts = handouts.handout(id).parts();
            var heads = new HashMap<UUID, UUID>();
            people.classes(day).forEach(c -> heads.put(c.id(), c.headTeacherId()));
            for (var n = 0; n < parts.size(); n++) {
                var part = parts.get(n);
                issues.sign(new Actor(school.schoolId(), heads.get(part.classId()), part.receiver(), Set.of(Duty.HEAD_TEACHER)), part.slipId(), 2);
                issues.post(keeper, part.slipId(), n == parts.size() - 1 ? day.plusDays(2) : 2 * n < parts.size() ? day : day.plusDays(1));
            }
            for (var w : kit) w.good().onHand -= w.quantity() * parts.size();
        });
    }

    /** Once the term is over: what it was like before does not have to keep them. */
    void rules(SampleSchool school, Catalogue catalogue, List<UUID> stores, LocalDate first) {
        var keeper = school.actor(Duty.STOREKEEPER);
        var director = school.actor(Duty.GA_DIRECTOR);
        tenancy.write(school.schoolId(), () -> {
            for (var warehouse = 1; warehouse <= 2; warehouse++) shelves.place(keeper, stores.get(warehouse - 1), places(catalogue, warehouse));
            var asked = catalogue.plenty(1).getFirst();
            quota(director, "PERSON", asked.item.code(), null, "MONTH", 5, first);
            quota(director, "DEPARTMENT", null, asked.category, "TERM", 400, first);
            quota(director, "CLASS", null, asked.category, "TERM", 60, first);
            var teacher = school.actor(Duty.TEACHER);
            if (teacher == null) return; // a school whose log-ins are fewer
            requests.request(teacher, Purpose.TEACHING, "期末复习印卷子", List.of(new Wanted(asked.item.code(), null, Quantity.of(12))));
        });
    }

    private static HashMap<UUID, String> places(Catalogue catalogue, int warehouse) {
        var places = new HashMap<UUID, String>();
        var n = 0;
        for (var good : catalogue.all()) {
            if (good.warehouse != warehouse) continue;
            places.put(good.itemId, "%c-%02d-%d".formatted('A' + n / 12, n % 12 / 3 + 1, n % 3 + 1));
            n++;
        }
        return places;
    }

    private void quota(Actor director, String holder, @Nullable String item, @Nullable String category, String period, long quantity, LocalDate from) {
        books.enter(director, books.of(QUOTA), Draft.blank().set(QUOTA.HOLDER, holder).set(QUOTA.ITEM, item).set(QUOTA.CATEGORY, category).set(QUOTA.PERIOD, period)
                .set(QUOTA.QUANTITY, BigDecimal.valueOf(quantity)).set(QUOTA.FROM_ON, from).set(QUOTA.BASIS, "总务处领用标准"));
    }
}
