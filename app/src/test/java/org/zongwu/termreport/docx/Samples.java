package org.zongwu.termreport.docx;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;
import org.zongwu.termreport.figure.FigureBook;
import org.zongwu.termreport.figure.FigureWords;
import org.zongwu.termreport.paper.Report;
import org.zongwu.termreport.subject.Period;
import org.zongwu.termreport.subject.Subject;
import org.zongwu.termreport.subject.Theme;
import org.zongwu.termreport.template.Manuscript;
import org.zongwu.termreport.template.Manuscript.Cell;
import org.zongwu.termreport.template.ManuscriptWriter;
import org.zongwu.termreport.template.Part;
import org.zongwu.termreport.template.Template;
import org.zongwu.termreport.text.ShippedText;

/** A report of an invented school with every figure of our template, for the tests of the document file. */
final class Samples {
    static final Span TERM = new Span(LocalDate.of(2026, 8, 25), LocalDate.of(2027, 1, 20));
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:05:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final List<FigureDefinition> DEFINITIONS = List.of(definition("POP_TEACHERS", Unit.PERSON), definition("POP_STUDENTS", Unit.PERSON),
            definition("POP_CLASSES", Unit.CLASS), definition("ROOMS", Unit.ROOM), definition("STOCK_IN_COUNT", Unit.DOCUMENT),
            definition("STOCK_IN_AMOUNT", Unit.YUAN), definition("ISSUE_COUNT", Unit.DOCUMENT), definition("STOCK_OUT_AMOUNT", Unit.YUAN),
            definition("STOCK_VALUE", Unit.YUAN), definition("ISSUE_OPEN", Unit.DOCUMENT));

    private Samples() {}

    static Report report() throws IOException {
        return report("132", "1986", "42", "214", "31", "186432.5", "198", "9641.08", "53210", "3");
    }

    /** @param values of the figures above in their order; a null is a figure without a record */
    static Report report(@Nullable String... values) throws IOException {
        var figures = new java.util.ArrayList<Figure>();
        for (var i = 0; i < values.length; i++) {
            var value = values[i] == null ? null : new BigDecimal(values[i]);
            var grade = value == null ? Grade.NONE : i % 3 == 0 ? Grade.IMPORTED : i % 3 == 1 ? Grade.WORKED : Grade.MIXED;
            figures.add(new Figure(DEFINITIONS.get(i), TERM, value, grade, value == null ? 0 : 1000 + i, "/register/" + i + "?from=2026-08-25&to=2027-01-20"));
        }
        var book = new FigureBook(TERM, CLOCK.instant(), figures);
        var names = Map.of(Part.Name.SCHOOL, "星城中学", Part.Name.TERM, "2026年秋季学期", Part.Name.NEXT, "2027年春季学期",
                Part.Name.FROM, "2026年8月25日", Part.Name.TO, "2027年1月20日", Part.Name.THIS, "本学期", Part.Name.COMING, "下学期");
        var plan = new Manuscript.Table("工作计划表", List.of(head("序号"), head("任务"), head("依据"), head("责任人"), head("期限")),
                List.of(List.of(Cell.of("1"), Cell.of("办结期末未完成的领用单"), new Cell("3条", "/stores/issues?state=draft"), Cell.of("林保管"), Cell.of("2027年2月20日前")),
                        List.of(Cell.of("2"), Cell.of("补足低于安全库存的物品"), new Cell("12条", "/stores/items?low=true"), Cell.of("待定"), Cell.of("下学期开学前"))), null);
        var manuscript = ManuscriptWriter.write(ShippedText.template(Theme.OFFICE), book, Map.of(), names,
                insert -> insert.kind() == Template.Insert.Kind.PLAN ? Optional.of(plan) : Optional.empty());
        var period = new Period("2026-2027-1", Period.Kind.TERM, TERM);
        return new Report("星城中学", Subject.office(period), 2, LocalDate.of(2026, 11, 24), true, "周主任", manuscript, book, List.of(new Report.Signature("会计核数", "林会计", "2026-11-24 10:00")),
                new Report.Proof("0123456789abcdef".repeat(4), "7 fedcba9876543210", "https://192.168.1.20:8443/summary?period=2026-2027-1&digest=0123456789abcdef"), "https://192.168.1.20:8443");
    }

    private static Manuscript.Head head(String words) {
        return new Manuscript.Head(words, 1, Manuscript.Align.LEFT);
    }

    static ReportDocx docx() {
        return new ReportDocx(messages(), new FigureWords(messages()), CLOCK);
    }

    private static MessageSource messages() {
        var names = new StaticMessageSource();
        for (var d : DEFINITIONS) {
            names.addMessage("figure." + d.id(), Locale.SIMPLIFIED_CHINESE, "指标" + d.id().toLowerCase(Locale.ROOT).replace('_', '·'));
            names.addMessage("figure." + d.id() + ".formula", Locale.SIMPLIFIED_CHINESE, "期内已记账的单据按业务日期归期，逐行相加，红字冲减。");
        }
        for (var u : Unit.values()) names.addMessage("unit." + u, Locale.SIMPLIFIED_CHINESE, "单位");
        for (var g : Grade.values()) names.addMessage("grade." + g, Locale.SIMPLIFIED_CHINESE, "来历");
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages/termreport");
        bundle.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundle.setParentMessageSource(names);
        return bundle;
    }

    private static FigureDefinition definition(String id, Unit unit) {
        return new FigureDefinition(id, unit, 1);
    }
}
