package org.zongwu.parties.party;

import static zongwu.db.parties.Tables.ALIAS;
import static zongwu.db.parties.Tables.PARTY;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.kernel.WorkRef;
import org.zongwu.parties.Parties.Party;
import org.zongwu.trail.Images;
import org.zongwu.trail.Removal;
import org.zongwu.trail.Trail;

/**
 * 供应商名录: every row a supplier, each once. A second row of the same firm, under a shorter name and with the same telephone,
 * is a duplicate whose name becomes another name of the first.
 */
@Component
class SuppliersTemplate implements ImportTemplate {
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+?\\d+");

    private final PartyRepository parties;
    private final PartyService service;
    private final Trail trail;
    private final Tenancy tenancy;

    SuppliersTemplate(PartyRepository parties, PartyService service, Trail trail, Tenancy tenancy) {
        this.parties = parties;
        this.service = service;
        this.trail = trail;
        this.tenancy = tenancy;
    }

    @Override
    public String id() {
        return "suppliers";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public List<Duty> duties() {
        return List.of(Duty.BUYER, Duty.GA_DIRECTOR);
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("code", false, Kind.CODE, List.of("编号", "编码", "供应商编号", "code")),
                new Field("name", true, Kind.TEXT, List.of("供应商名称", "供应商", "单位名称", "供货单位", "往来单位", "客户名称", "supplier", "单位全称", "名称", "公司名称", "商家名称", "店名")),
                new Field("business", false, Kind.TEXT, List.of("供货类别", "类别", "经营范围", "主营", "供货内容", "supplies", "主要供应商品", "供应商品", "经营内容", "供货品种")),
                new Field("contact", false, Kind.TEXT, List.of("联系人", "负责人", "经办人", "contact")),
                new Field("phone", false, Kind.CODE, List.of("电话", "联系电话", "手机", "phone", "联系方式", "手机号码")),
                new Field("note", false, Kind.TEXT, List.of("备注", "说明", "remark", "note")));
    }

    @Override
    public Map<String, String> example() {
        return Map.of("code", "G001", "name", "晴川办公用品商行", "business", "办公用品", "contact", "许可", "phone", "13900002001");
    }

    @Override
    public List<Outcome> take(List<Row> rows, Actor actor) {
        return tenancy.write(actor.schoolId(), () -> {
            var taking = new Taking();
            var outcomes = rows.stream().map(taking::judge).toList();
            if (!taking.touched.isEmpty()) {
                trail.write(actor, "imported", new WorkRef("parties.party", Ids.next(), Integer.toString(taking.touched.size())), null,
                        Images.of(PARTY, PARTY.SCHOOL_ID.eq(tenancy.current()).and(PARTY.ID.in(taking.touched)))
                                .and(ALIAS, ALIAS.SCHOOL_ID.eq(tenancy.current()).and(ALIAS.PARTY_ID.in(taking.touched))));
            }
            return outcomes;
        });
    }

    @Override
    public List<Dependent> undo(List<WorkRef> made, Actor actor) {
        var suppliers = WorkRef.ids(made, "parties.party");
        parties.forgetNames(suppliers);
        return trail.remove(actor, "import-undone", new WorkRef("parties.party", Ids.next(), Integer.toString(suppliers.size())), null, List.of(Removal.of(PARTY, PARTY.ID, suppliers)));
    }

    /** One file being taken in: the parties of the records first, those of the file as they come. */
    private final class Taking {
        private final List<PartyRepository.Known> known = new ArrayList<>(parties.all());
        private final Set<UUID> touched = new LinkedHashSet<>();

        Outcome judge(Row row) {
            if (row.get("name") == null) return Outcome.of(Verdict.PROBLEM, row, "name", "import.suppliers.missing");
            var name = PartyName.tidy(row.get("name"));
            var code = row.get("code");
            var called = parties.called(name).filter(p -> p.name().equals(name) || !p.code().equals(name));
            if (called.isPresent()) return Outcome.of(Verdict.DUPLICATE, row, "name", "import.suppliers.there-already", called.get().code(), called.get().name());
            var phone = phone(row.get("phone"));
            var same = same(name, phone, row.get("contact"), row.get("note"));
            if (same.isPresent()) {
                var party = same.get().party();
                if (parties.insertAlias(party.id(), name)) touched.add(party.id());
                return Outcome.of(Verdict.DUPLICATE, row, "name", "import.suppliers.same", party.code(), party.name());
            }
            if (code != null && parties.byCode(code).isPresent()) return Outcome.of(Verdict.PROBLEM, row, "code", "import.suppliers.code-taken", code, parties.byCode(code).get().name());
            return insert(row, name, code == null ? service.nextCode() : code, phone);
        }

        private Outcome insert(Row row, String name, String code, @Nullable String phone) {
            var id = Ids.next();
            parties.insert(id, code, new PartyRepository.Details(name, row.get("contact"), phone, row.get("business")), Grade.IMPORTED);
            known.add(new PartyRepository.Known(new Party(id, code, name, true), row.get("contact"), phone, row.get("business")));
            touched.add(id);
            var outcome = phone == null && row.get("phone") != null ? Outcome.of(Verdict.WARNING, row, "phone", "import.suppliers.phone-lost") : Outcome.accepted(row);
            return outcome.made(new WorkRef("parties.party", id, code));
        }

        /** The same firm: alike by name and by telephone, or alike by name and said so in the remark. */
        private Optional<PartyRepository.Known> same(String name, @Nullable String phone, @Nullable String contact, @Nullable String note) {
            return known.stream().filter(k -> {
                var byPhone = phone != null && phone.equals(k.phone());
                if (byPhone && contact != null && Objects.equals(contact, k.contact())) return true;
                return PartyName.alike(name, k.party().name()) && (byPhone || note != null && note.contains(k.party().code()));
            }).findFirst();
        }
    }

    /** A number cell that lost its last digits to an exponent is no number to call. */
    private static @Nullable String phone(@Nullable String text) {
        return text == null || SCIENTIFIC.matcher(text.strip()).matches() ? null : PartyName.phone(text);
    }
}
