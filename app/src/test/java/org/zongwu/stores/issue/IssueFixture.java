package org.zongwu.stores.issue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Quantity;
import org.zongwu.stores.item.Item;

/** People and things for the plain tests. */
final class IssueFixture {
    static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Actor KEEPER = actor("李秀兰", Duty.STOREKEEPER);
    static final Actor TEACHER = actor("刘洋", Duty.TEACHER);
    static final Actor COLLEAGUE = actor("张晓燕", Duty.TEACHER);
    static final Actor ACCOUNTANT = actor("陈敏", Duty.ACCOUNTANT);
    static final Item CHALK = new Item(UUID.randomUUID(), "01", "彩色粉笔", "48 支/盒", "支", UUID.randomUUID(), "教学用品", null, List.of(), true,
            Map.of("盒", new java.math.BigDecimal("48")));
    static final Map<UUID, Item> ITEMS = Map.of(CHALK.id(), CHALK);

    private IssueFixture() {}

    static Actor actor(String name, Duty... duties) {
        return new Actor(1, UUID.randomUUID(), name, Set.of(duties));
    }

    static IssueContent content(Actor receiver, IssueContent.Line... lines) {
        return new IssueContent(UUID.randomUUID(), receiver.employeeId(), null, TODAY, Purpose.TEACHING, null, List.of(lines));
    }

    static IssueContent.Line chalk(String unit, String quantity) {
        return new IssueContent.Line(CHALK.id(), unit, Quantity.of(quantity));
    }

    static IssueRequest draft(Actor by, Actor receiver) {
        return IssueRequest.draft(by, UUID.randomUUID(), content(receiver, chalk("盒", "2")), null, NOW);
    }

    static IssueRequest signed(Actor receiver) {
        return draft(KEEPER, receiver).submit(KEEPER, NOW, ITEMS).sign(receiver, NOW);
    }
}
