package org.zongwu.stores.issue;

import java.util.HashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Quantity;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.stores.item.ItemService;
import org.zongwu.stores.slip.Slips;
import org.zongwu.web.Form;
import org.zongwu.web.FormView;
import org.zongwu.web.Typed;

/** The grid in which the keeper says what he gives for each line: what was asked for, the item and how much of it. */
@Component
class Picking {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})\\D.*");

    private final IssueSteps steps;
    private final ItemService items;

    Picking(IssueSteps steps, ItemService items) {
        this.steps = steps;
        this.items = items;
    }

    FormView filled(Form form, IssueSlip slip) {
        var view = FormView.blank(form);
        for (var l : slip.lines()) {
            var asked = l.instead() == null ? Slips.label(l.name(), l.spec()) + " " + (l.asked() == null ? l.quantity() : l.asked()) + " " + l.unit() : l.instead();
            view.withLine("asked", l.number() + " · " + asked).withLine("item", l.code()).withLine("given", l.quantity().isPositive() ? l.quantity() : "").withLine("unit", l.unit());
        }
        return view;
    }

    /** A line whose item is another one than asked for is a substitution; an empty quantity gives nothing. */
    void pick(Actor keeper, IssueSlip slip, int version, Typed in) {
        var taken = new HashMap<Integer, Quantity>();
        var next = version;
        for (var typed : in.lines()) {
            var line = line(slip, typed.field("asked"), typed.text("asked"));
            var item = items.typed(typed.field("item"), typed.text("item"));
            var given = typed.optional("given") == null ? Quantity.ZERO : typed.quantity("given");
            if (item.id().equals(line.itemId())) taken.put(line.number() - 1, given);
            else {
                var unit = typed.optional("unit");
                steps.substitute(keeper, slip.id(), next++, line.number() - 1, item.id(), unit == null || unit.equals(line.unit()) && !item.units().containsKey(unit) ? item.unit()
                        : item.requireUnit(typed.field("unit"), unit), given);
            }
        }
        steps.pick(keeper, slip.id(), next, taken);
    }

    private static IssueSlip.Line line(IssueSlip slip, String field, String asked) {
        var number = NUMBER.matcher(asked);
        var n = number.matches() ? Integer.parseInt(number.group(1)) : 0;
        return slip.lines().stream().filter(l -> l.number() == n).findFirst().orElseThrow(() -> RuleBroken.at(field, "R-ISS-10", "rule.stores.issue.no-such-line", asked));
    }
}
