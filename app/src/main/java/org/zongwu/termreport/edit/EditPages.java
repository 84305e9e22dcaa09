package org.zongwu.termreport.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.Unit;
import org.zongwu.termreport.edit.EditPage.Choice;
import org.zongwu.termreport.edit.EditPage.Finding;
import org.zongwu.termreport.edit.EditPage.Trial;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.figure.Figures;
import org.zongwu.termreport.insert.Inserts;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.summary.Draft;
import org.zongwu.termreport.summary.SummaryPages;
import org.zongwu.termreport.summary.SummaryService;
import org.zongwu.termreport.template.FigureText;
import org.zongwu.termreport.template.FreeDigits;
import org.zongwu.termreport.template.Template;
import org.zongwu.termreport.template.TemplateParser;
import org.zongwu.web.FormView;
import org.zongwu.web.Messages;
import org.zongwu.web.Shown;

/** Puts a text beside what it would say now, what is wrong with it, and the figures that it may cite. Within a reading transaction. */
@Component
class EditPages {
    private static final Set<Unit> WITHOUT_MEASURE = Set.of(Unit.YUAN, Unit.PERCENT);

    private final SummaryService summaries;
    private final SummaryPages pages;
    private final Figures figures;
    private final FigureWords words;
    private final Inserts inserts;
    private final Messages messages;

    EditPages(SummaryService summaries, SummaryPages pages, Figures figures, FigureWords words, Inserts inserts, Messages messages) {
        this.summaries = summaries;
        this.pages = pages;
        this.figures = figures;
        this.words = words;
        this.inserts = inserts;
        this.messages = messages;
    }

    EditPage page(long schoolId, Subject subject, org.zongwu.termreport.text.Draft draft, FormView form) {
        var read = read(schoolId, subject, form.value("text"));
        var book = read.draft() == null ? figures.quickBook(schoolId, subject) : read.draft().book();
        var saved = draft.state() == 0 ? null : messages.say("termreport.edit.saved", draft.by(), Shown.fullTime(draft.at()));
        return new EditPage(subject.path() + "/text", subject.page(), messages.say("termreport.theme." + subject.theme()), pages.name(subject.period()), saved, form, read.trial(), choices(book));
    }

    Trial trial(long schoolId, Subject subject, String text) {
        return read(schoolId, subject, text).trial();
    }

    /** @param draft null for a text that cannot be read */
    private record Read(@Nullable Draft draft, Trial trial) {}

    private Read read(long schoolId, Subject subject, String text) {
        Template template;
        try {
            template = TemplateParser.parse(text);
        } catch (RuleBroken unreadable) { // here, because a refusal within the trial would end the page's own transaction
            return new Read(null, new Trial(messages.say(unreadable), null, Map.of(), List.of()));
        }
        var draft = summaries.trial(schoolId, subject, text);
        return new Read(draft, new Trial(null, summaries.manuscript(draft), pages.evidence(draft.book(), List.of(), subject), findings(template, subject, draft.book())));
    }

    private List<Finding> findings(Template template, Subject subject, FigureBook book) {
        var all = new ArrayList<Finding>();
        for (var digits : FreeDigits.in(template)) {
            all.add(new Finding(digits.line(), digits.digits(), messages.say("termreport.edit.digits", digits.line(), digits.digits()), true, same(digits.digits(), book)));
        }
        var known = figures.definitions(subject).stream().map(FigureDefinition::id).collect(Collectors.toSet());
        for (var id : template.figureIds()) if (!known.contains(id)) all.add(new Finding(0, id, messages.say("termreport.edit.unknown", id), false, List.of()));
        for (var insert : template.inserts()) {
            if (insert.kind() == Template.Insert.Kind.LIST && known.contains(insert.arguments().getFirst()) && !inserts.isListed(insert.arguments().getFirst())) {
                all.add(new Finding(insert.line(), insert.arguments().getFirst(), messages.say("termreport.edit.unlisted", insert.line(), insert.arguments().getFirst()), false, List.of()));
            }
        }
        return all;
    }

    /** The figures that just have this value: one of them was probably meant. */
    private List<Choice> same(String digits, FigureBook book) {
        var plain = digits.replaceAll("[,，%％‰]", "");
        return book.figures().stream().filter(f -> f.value() != null)
                .filter(f -> plain.equals(FigureBook.exactText(f)) || FigureText.of(f.value(), f.definition().unit()).replaceAll("[%万元]", "").equals(plain)).limit(3).map(this::choice).toList();
    }

    private List<Choice> choices(FigureBook book) {
        var recorded = book.figures().stream().filter(f -> f.value() != null).toList();
        return Stream.concat(recorded.stream().map(this::choice), recorded.stream().filter(f -> inserts.isListed(f.definition().id())).map(this::list)).toList();
    }

    /** On a line of its own. */
    private Choice list(Figure f) {
        return new Choice("\n@list " + f.definition().id() + "\n", messages.say("termreport.edit.list", words.name(f.definition().id(), Messages.locale())), Shown.count(f.value().longValue()));
    }

    private Choice choice(Figure f) {
        var id = f.definition().id();
        var unit = f.definition().unit();
        var token = WITHOUT_MEASURE.contains(unit) ? "{" + id + "}" : "{" + id + " " + words.unit(unit, Locale.SIMPLIFIED_CHINESE) + "}";
        return new Choice(token, words.name(id, Messages.locale()), FigureText.of(f.value(), unit));
    }
}
