package org.zongwu.parties.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate.Outcome;
import org.zongwu.kernel.ImportTemplate.Row;
import org.zongwu.kernel.ImportTemplate.Verdict;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.parties.Parties;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

@Office
class PartyIT {
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired PartyService service;
    @Autowired SuppliersTemplate template;

    Opened school;
    Actor buyer;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        buyer = school.actor(Duty.BUYER);
    }

    private Parties.Party register(String name, String phone) {
        return service.register(buyer, Ids.next(), name, "许可", phone, null);
    }

    @Test
    void codes_are_counted_up_and_a_name_is_registered_once() {
        assertThat(register("云麓县文澜办公用品商行", null).code()).isEqualTo("G001");
        assertThat(register("云麓县净雅日化批发部", null).code()).isEqualTo("G002");
        assertThatThrownBy(() -> register("云麓县净雅 日化批发部", null)).isInstanceOfSatisfying(RuleBroken.class, r -> assertThat(r.field()).isEqualTo("name"));
    }

    @Test
    void a_party_is_found_by_code_name_other_name_and_initials() {
        var party = register("云麓县文澜办公用品商行", null);
        service.addAlias(buyer, party.id(), "文澜商行");
        for (var text : List.of("G001", "g001", "云麓县文澜办公用品商行", "文澜商行")) assertThat(school.read(() -> service.named(text))).as(text).hasValue(party);
        for (var words : List.of("文澜", "ylx", "文澜商行")) assertThat(school.read(() -> service.search(words, 5))).as(words).contains(party);
        assertThatThrownBy(() -> register("文澜商行", null)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void a_similar_name_or_the_same_telephone_is_hinted_at() {
        var party = register("云麓县宏远五金建材店", "130-1111-2222");
        assertThat(school.read(() -> service.like("宏远五金", null))).containsExactly(party);
        assertThat(school.read(() -> service.like("全新商店", "13011112222"))).containsExactly(party);
        assertThat(school.read(() -> service.like("光华电料", "13011112223"))).isEmpty();
    }

    @Test
    void a_renamed_party_keeps_its_old_name_as_an_alias() {
        var party = register("云麓县宏远五金建材店", null);
        service.change(buyer, party.id(), new PartyRepository.Details("云麓县宏远建材有限公司", null, null, null), true, null);
        assertThat(school.read(() -> service.named("云麓县宏远五金建材店"))).map(Parties.Party::name).hasValue("云麓县宏远建材有限公司");
    }

    @Test
    void an_imported_list_takes_each_firm_once_and_keeps_the_shorter_name() {
        var outcomes = take(row(3, "G001", "云麓县文澜办公用品商行", "许可", "13011112222"), row(4, "G002", "云麓县宏远五金建材店", "段宁", "13033334444.0"),
                row(5, "G003", "文澜办公用品商行", "许可", "13011112222"), row(6, "G004", "宏远五金", "段宁", "130-3333-4444"), row(7, "G005", "云麓县光华电料经营部", "曾可", "1.30333E+10"),
                row(8, "G001", "云麓县松木坊家具厂", "苏静", "13055556666"), row(9, "G009", null, null, null));
        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.DUPLICATE, Verdict.DUPLICATE, Verdict.WARNING, Verdict.PROBLEM, Verdict.PROBLEM);
        assertThat(school.read(() -> service.named("宏远五金"))).map(Parties.Party::code).hasValue("G002");
        assertThat(register("云麓县大匠建筑工程队", null).code()).as("a code of the file is not given again").isEqualTo("G003");
        assertThat(take(row(3, "G001", "云麓县文澜办公用品商行", "许可", "13011112222"))).extracting(Outcome::verdict).containsExactly(Verdict.DUPLICATE);
    }

    private List<Outcome> take(Row... rows) {
        return template.take(List.of(rows), school.actor(Duty.BUYER));
    }

    private static Row row(int number, String code, String name, String contact, String phone) {
        Map<String, String> cells = new TreeMap<>();
        if (code != null) cells.put("code", code);
        if (name != null) cells.put("name", name);
        if (contact != null) cells.put("contact", contact);
        if (phone != null) cells.put("phone", phone);
        return new Row("名录", number, cells);
    }

    @Test
    void a_party_of_another_school_is_not_there() {
        var party = register("云麓县文澜办公用品商行", null);
        var other = Opened.school(schools, tenancy, setUp);
        assertThat(other.read(() -> service.party(party.id()))).isEmpty();
        assertThat(other.read(() -> service.named("G001"))).isEmpty();
        assertThat(other.read(() -> service.party(UUID.randomUUID()))).isEmpty();
    }
}
