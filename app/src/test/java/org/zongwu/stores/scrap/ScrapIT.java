package org.zongwu.stores.scrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.Money;
import org.zongwu.stores.slip.SlipContent;
import org.zongwu.stores.slip.SlipOffice;

/** 报损单: with a reason and the director's approval. */
class ScrapIT extends SlipOffice {
    @Autowired ScrapKind scraps;

    private UUID paper;

    @BeforeEach
    void aStoreWithPaper() {
        openSchool();
        paper = item("0101", "复印纸", "包");
        receive(TODAY.minusDays(2), at(paper, "包", 30, "3.33"));
    }

    @Test
    void what_is_scrapped_waits_in_1902() {
        assertThat(slips.post(keeper, scraps, signed(director, scraps, broken(10)), TODAY)).isEqualTo("BS-2026-00001");
        assertThat(onHand(paper)).isEqualTo(goods(20, "66.60"));
        assertThat(balance("1902")).isEqualTo(Money.ofYuan("33.30"));
        assertThat(balance("1302")).isEqualTo(Money.ofYuan("66.60"));
        everythingHolds();
    }

    @Test
    void it_needs_a_reason_words_and_the_approval_of_another() {
        refused("R-SLP-5", () -> submitted(scraps, SlipContent.at(warehouse, TODAY, line(paper, "包", 1)).because("BROKEN", "坏了")));
        refused("R-SLP-5", () -> submitted(scraps, SlipContent.at(warehouse, TODAY, line(paper, "包", 1)).because("LOST", "搬运时压坏")));
        var id = submitted(scraps, broken(1));
        refused("R-SLP-2", () -> slips.sign(teacher, scraps, id, 2));
        refused("R-SLP-2", () -> slips.sign(keeper, scraps, id, 2));
        var both = new Actor(school, director.employeeId(), director.name(), java.util.Set.of(Duty.GA_DIRECTOR, Duty.STOREKEEPER));
        var own = Ids.next();
        slips.draft(both, scraps, own, broken(1));
        slips.submit(both, scraps, own, 1);
        refused("R-SLP-2", () -> slips.sign(both, scraps, own, 2));
        slips.withdraw(director, scraps, id, 2);
        slips.delete(keeper, scraps, id);
    }

    @Test
    void too_much_is_refused_and_reversal_restores() {
        var much = signed(director, scraps, broken(31));
        refused("R-ISS-1", () -> slips.post(keeper, scraps, much, TODAY));
        nothingMoved(much);
        var id = posted(director, scraps, broken(30));
        assertThat(slips.reverse(keeper, scraps, id, TODAY, "误报，实物完好")).isEqualTo("BS-2026-00002");
        assertThat(onHand(paper)).isEqualTo(goods(30, "99.90"));
        assertThat(balance("1902")).isEqualTo(Money.ZERO);
        everythingHolds();
    }

    private SlipContent broken(long quantity) {
        return SlipContent.at(warehouse, TODAY, line(paper, "包", quantity)).because("BROKEN", "搬运时压坏");
    }
}
