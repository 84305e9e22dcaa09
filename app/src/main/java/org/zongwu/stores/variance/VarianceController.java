package org.zongwu.stores.variance;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.zongwu.kernel.Duty.ACCOUNTANT;
import static org.zongwu.kernel.Duty.ACC_SUPERVISOR;
import static org.zongwu.kernel.Duty.ASSET_ADMIN;
import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;
import static org.zongwu.kernel.Duty.STOREKEEPER;
import static org.zongwu.kernel.Duty.VP_LOGISTICS;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.WorkRef;
import org.zongwu.stores.slip.Slips;
import org.zongwu.trail.Trail;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.DocumentPage;
import org.zongwu.web.DocumentPage.Button;
import org.zongwu.web.DocumentPage.Related;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Paper;
import org.zongwu.web.Prints;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** Posted 盘盈盘亏单: register, document, print. They are made by approving what a stocktake found. */
@Controller
@RequestMapping(VarianceService.PATH)
class VarianceController {
    private static final Field<UUID> ID = field(name("r", "id"), UUID.class);
    private static final Field<String> NO = field(name("r", "no"), String.class);
    private static final Field<LocalDate> DAY = field(name("r", "day"), LocalDate.class);

    private final Register register;
    private final VarianceRepository variances;
    private final Registers registers;
    private final Prints prints;
    private final Trail trail;
    private final Journal journal;
    private final Messages messages;
    private final Tenancy tenancy;

    VarianceController(VarianceRepository variances, Registers registers, Prints prints, Trail trail, Journal journal, Messages messages, Tenancy tenancy) {
        this.variances = variances;
        this.registers = registers;
        this.prints = prints;
        this.trail = trail;
        this.journal = journal;
        this.messages = messages;
        this.tenancy = tenancy;
        register = Register.of("stores.variance", VarianceService.PATH)
                .columns(Column.code("no", NO).link(r -> VarianceService.PATH + "/" + r.get(ID)), Column.date("day", DAY), Column.text("warehouse", field(name("r", "warehouse"))),
                        Column.text("campaign", field(name("r", "campaign"))), Column.count("lines", field(name("r", "lines"), Integer.class)), Column.money("gain", field(name("r", "gain"), Long.class)).summed().blank(),
                        Column.money("loss", field(name("r", "loss"), Long.class)).summed().blank(), Column.text("prepared-by", field(name("r", "prepared_by"))), Column.text("approved-by", field(name("r", "approved_by"))))
                .with(ID).words(NO, field(name("r", "warehouse"), String.class), field(name("r", "campaign"), String.class)).days(DAY)
                .order("-day", ID).phone("warehouse", "loss", List.of("no", "day", "campaign"), "gain");
    }

    @GetMapping
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(register, variances::rows, request, actor);
    }

    @GetMapping("/{ref}")
    @Allow({STOREKEEPER, GA_DIRECTOR, PRINCIPAL, VP_LOGISTICS, ACCOUNTANT, ACC_SUPERVISOR, ASSET_ADMIN, AUDIT_MEMBER})
    ModelAndView show(@PathVariable String ref, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var slip = slip(ref);
            return new ModelAndView("web/document", Map.of("page", new DocumentPage(messages.say("stores.variance.one") + " " + slip.no(), messages.say("stores.variance.posted"), Column.Mark.END, VarianceService.PATH,
                    messages.say("stores.variance.title"), paper(slip), Slips.steps(trail.steps(slip.id()), null, "", messages), related(slip),
                    List.of(Button.primary(messages.say("paper.print"), VarianceService.PATH + "/" + slip.id() + "/prints", "print")), Slips.printNote(journal.prints(slip.id()), messages), FormView.blank(Form.BUTTON))));
        });
    }

    @PostMapping("/{ref}/prints")
    @Allow({STOREKEEPER, GA_DIRECTOR, ACCOUNTANT, ASSET_ADMIN})
    RedirectView print(@PathVariable String ref, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref));
        return prints.count(actor, document(slip), VarianceService.PATH + "/" + slip.id() + "/prints");
    }

    @GetMapping("/{ref}/prints/{nth}")
    @Allow({STOREKEEPER, GA_DIRECTOR, ACCOUNTANT, ASSET_ADMIN})
    ResponseEntity<byte[]> printed(@PathVariable String ref, @PathVariable int nth, HttpServletRequest request, Actor actor) {
        var slip = tenancy.read(actor.schoolId(), () -> slip(ref));
        return prints.draw(request, actor, document(slip), nth, paper(slip), VarianceService.PATH + "/" + slip.id());
    }

    private VarianceRepository.Slip slip(String ref) {
        var id = ref.length() == 36 ? UUID.fromString(ref) : variances.idOf(ref).orElseThrow(NotFound::new);
        return variances.slip(id).orElseThrow(NotFound::new);
    }

    private static WorkRef document(VarianceRepository.Slip slip) {
        return new WorkRef(VarianceService.TYPE, slip.id(), slip.no());
    }

    private Paper paper(VarianceRepository.Slip slip) {
        var lines = slip.lines().stream().map(l -> List.of(Integer.toString(l.number()), l.code(), Slips.label(l.name(), l.spec()), l.unit(), l.book().toString(), l.counted().toString(), l.quantity().toString(),
                l.amount().toString(), l.reason())).toList();
        var balance = slip.gain().plus(slip.loss().negated());
        return new Paper(messages.say("stores.variance.one"), slip.no(), List.of(new Paper.Meta(messages.say("label.warehouse"), slip.warehouse()), new Paper.Meta(messages.say("label.day"), slip.day().toString()),
                new Paper.Meta(messages.say("stores.variance.campaign"), slip.campaignNo() + "　" + slip.campaign())),
                List.of(head("label.line", true, 10), head("label.code", false, 24), head("stores.name-spec", false, 0), head("label.unit", false, 12), head("stores.variance.book", true, 18), head("stores.variance.counted", true, 18),
                        head("stores.variance.difference", true, 16), head("stores.amount-yuan", true, 24), head("label.reason", false, 36)),
                lines, balance.inWords(), 7, List.of(balance.toString(), ""), messages.say("stores.variance.sums", slip.gain(), slip.loss()), stamps(slip), null);
    }

    private Paper.Head head(String key, boolean right, int mm) {
        return new Paper.Head(messages.say(key), right, mm);
    }

    private List<Paper.Stamp> stamps(VarianceRepository.Slip slip) {
        return List.of(Slips.stamp(messages, "stores.variance.prepared-by", slip.preparedBy(), slip.preparedAt()), Slips.stamp(messages, "stores.variance.approved-by", slip.approvedBy(), slip.postedAt()),
                Slips.posting(messages, slip.postedAt()));
    }

    private List<Related> related(VarianceRepository.Slip slip) {
        var all = new ArrayList<Related>();
        all.add(new Related(messages.say("stores.variance.campaign"), slip.campaignNo(), "/stocktakes/" + slip.campaignId()));
        all.add(new Related(messages.say("stores.related.moves"), messages.say("stores.related.moves.count", slip.lines().size()), "/stores/moves?document=" + slip.id()));
        all.add(new Related(messages.say("stores.related.entry"), messages.say("stores.related.open"), "/ledger/entries?object=" + slip.id()));
        return all;
    }
}
