package org.zongwu.stocktaking.campaign;

import static org.zongwu.web.Form.Kind.PICK;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.People;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Typed;

/** The plan of a stocktake as it is typed: for each place who counts first and who again. */
@Component
class CampaignForm {
    static final Form CANCEL = Form.of("stocktake.cancellation").area("reason");

    private final Form plan;
    private final Countables countables;
    private final People people;
    private final Messages messages;
    private final Clock clock;

    CampaignForm(Countables countables, People people, Messages messages, Clock clock) {
        this.countables = countables;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
        plan = Form.of("stocktake").text("name").wide().day("day").choice("recount", this::recounts)
                .lineChoice("place", this::places).line("first", PICK, "/school/employees/pick").line("second", PICK, "/school/employees/pick");
    }

    Form plan() {
        return plan;
    }

    FormView blank() {
        return FormView.blank(plan).with("day", LocalDate.now(clock)).with("recount", Recount.ALL);
    }

    Recount recount(Typed in) {
        return Recount.valueOf(in.text("recount"));
    }

    List<CampaignService.Wanted> wanted(Typed in) {
        return in.lines().stream().map(l -> {
            var place = l.text("place").split(":", 2);
            if (place.length < 2) throw RuleBroken.at(l.field("place"), "R-CNT-1", "rule.stocktake.needs-place");
            return new CampaignService.Wanted(place[0], UUID.fromString(place[1]), people.typed(l.field("first"), l.text("first")).id(), people.typed(l.field("second"), l.text("second")).id());
        }).toList();
    }

    /** One of the lists of a campaign, a person, and which count. */
    Form appointment(Campaign campaign) {
        return Form.of("stocktake.appointment").choice("sheet", () -> {
            var all = new LinkedHashMap<String, String>();
            campaign.sheets().forEach(s -> all.put(s.id().toString(), s.name()));
            return all;
        }).pick("person", "/school/employees/pick").choice("round", () -> {
            var all = new LinkedHashMap<String, String>();
            for (var round : List.of("1", "2")) all.put(round, messages.say("stocktake.round." + round));
            return all;
        });
    }

    UUID person(Typed in) {
        return people.typed("person", in.text("person")).id();
    }

    private Map<String, String> places() {
        var all = new LinkedHashMap<String, String>();
        for (var countable : countables.all()) {
            countable.places(LocalDate.now(clock)).forEach(p -> all.put(countable.kind() + ":" + p.id(), messages.say("countable." + countable.kind()) + "　" + p.name()));
        }
        return all;
    }

    private Map<String, String> recounts() {
        var all = new LinkedHashMap<String, String>();
        for (var recount : List.of(Recount.ALL, Recount.DIFFERING)) all.put(recount.name(), messages.say("stocktake.recount." + recount.name()));
        return all;
    }
}
