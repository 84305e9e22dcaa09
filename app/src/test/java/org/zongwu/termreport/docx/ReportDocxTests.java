package org.zongwu.termreport.docx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.zongwu.termreport.paper.Report;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportDocxTests {
    private XWPFDocument document;

    @BeforeAll
    void write_and_read_back() throws IOException {
        document = new XWPFDocument(new ByteArrayInputStream(Samples.docx().of(Samples.report())));
    }

    @Test
    void the_sheet_is_a4_with_the_margins_of_official_papers() {
        var section = document.getDocument().getBody().getSectPr();

        assertThat(List.of(section.getPgSz().getW(), section.getPgSz().getH())).map(ReportDocxTests::mm).containsExactly(210L, 297L);
        var margins = section.getPgMar();
        assertThat(List.of(margins.getTop(), margins.getBottom(), margins.getLeft(), margins.getRight())).map(ReportDocxTests::mm)
                .containsExactly(37L, 35L, 28L, 26L);
    }

    @Test
    void each_kind_of_line_has_its_font_and_size() {
        assertThat(font(Styles.TITLE)).isEqualTo("方正小标宋简体 22");
        assertThat(font(Styles.BODY)).isEqualTo("仿宋_GB2312 16");
        assertThat(font(Styles.heading(1))).isEqualTo("黑体 16");
        assertThat(font(Styles.heading(2))).isEqualTo("楷体_GB2312 16");
        assertThat(font(Styles.heading(3))).isEqualTo("仿宋_GB2312 16");
        assertThat(font(Styles.PAGE_NUMBER)).isEqualTo("宋体 14");
    }

    @Test
    void body_lines_are_exactly_28_points_and_begin_two_characters_in() {
        var body = style(Styles.BODY).getPPr();

        assertThat(body.getSpacing().getLine()).isEqualTo(BigInteger.valueOf(560));
        assertThat(body.getSpacing().getLineRule()).isEqualTo(STLineSpacingRule.EXACT);
        assertThat(body.getInd().getFirstLineChars()).isEqualTo(BigInteger.valueOf(200));
        assertThat(body.getInd().getFirstLine()).isEqualTo(BigInteger.valueOf(640));
    }

    @Test
    void the_page_number_stands_on_the_outer_side() {
        assertThat(document.getSettings().getEvenAndOddHeadings()).isTrue();
        assertThat(document.getFooterList()).hasSize(2).allSatisfy(footer -> {
            assertThat(footer.getText()).contains("— 1 —");
            assertThat(footer.getParagraphs().getFirst().getStyle()).isEqualTo(Styles.PAGE_NUMBER);
        });
        assertThat(document.getHeaderFooterPolicy().getDefaultFooter().getParagraphs().getFirst().getIndentationRight()).isEqualTo(280);
        assertThat(document.getHeaderFooterPolicy().getEvenPageFooter().getParagraphs().getFirst().getIndentationLeft()).isEqualTo(280);
    }

    @Test
    void every_figure_of_the_text_opens_its_evidence() {
        var links = links(document.getParagraphs().stream());

        assertThat(links).contains("18.64万元 → https://192.168.1.20:8443/figures/STOCK_IN_AMOUNT?period=2026-2027-1",
                "9641.08元 → https://192.168.1.20:8443/figures/STOCK_OUT_AMOUNT?period=2026-2027-1",
                "1986 → https://192.168.1.20:8443/figures/POP_STUDENTS?period=2026-2027-1");
        assertThat(links).hasSize((int) report().manuscript().figures());
    }

    @Test
    void the_first_appendix_holds_every_cited_figure_exact_with_its_register() {
        var figures = table(2);
        assertThat(figures.getNumberOfRows()).isEqualTo(1 + report().manuscript().cited().stream().filter(id -> report().book().find(id).isPresent()).count());
        var row = figures.getRows().stream().filter(r -> r.getCell(0).getText().equals("指标stock·in·amount")).findFirst().orElseThrow();
        assertThat(row.getTableCells()).extracting(c -> c.getText())
                .containsExactly("指标stock·in·amount", "186,432.50", "单位", "来历", "1,005条", "期内已记账的单据按业务日期归期，逐行相加，红字冲减。（STOCK_IN_AMOUNT 第1版）");
        assertThat(figures.getRow(0).isRepeatHeader()).isTrue();
        assertThat(links(row.getTableCells().stream().flatMap(c -> c.getParagraphs().stream()))).contains("1,005条 → https://192.168.1.20:8443/register/5?from=2026-08-25&to=2027-01-20");
    }

    @Test
    void the_plan_says_who_and_until_when() {
        assertThat(table(0).getRow(1).getTableCells()).extracting(c -> c.getText())
                .containsExactly("1", "办结期末未完成的领用单", "3条", "林保管", "2027年2月20日前");
    }

    @Test
    void who_has_stamped_it_stands_below_the_date() {
        assertThat(table(1).getRow(1).getTableCells()).extracting(c -> c.getText()).containsExactly("会计核数", "林会计", "2026-11-24 10:00");
    }

    @Test
    void a_printed_copy_says_by_what_it_is_checked() {
        assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText).last().asString().contains("0123456789abcdef", "7 fedcba9876543210");
        assertThat(document.getAllPictures()).hasSize(1);
    }

    @Test
    void what_is_missing_stands_at_the_end() {
        assertThat(table(3).getText()).contains("账实核对").contains("整节未写");
    }

    @Test
    void bookmarks_have_names_and_ids_of_their_own() {
        var marks = document.getDocument().xmlText().split("<w:bookmarkStart ").length - 1;
        var ids = java.util.regex.Pattern.compile("<w:bookmarkStart w:id=\"(\\d+)\" w:name=\"([A-Za-z_0-9]+)\"").matcher(document.getDocument().xmlText())
                .results().map(r -> r.group(1) + r.group(2)).distinct().toList();
        assertThat(ids).hasSize(marks).hasSizeGreaterThan(5);
    }

    @Test
    void the_properties_say_what_it_is() {
        var core = document.getProperties().getCoreProperties();
        assertThat(core.getTitle()).isEqualTo("星城中学2026年秋季学期总务后勤工作总结及下学期工作计划");
        assertThat(core.getCreator()).isEqualTo("周主任");
    }

    @Test
    void the_same_report_gives_the_same_file() throws IOException {
        assertThat(Samples.docx().of(Samples.report())).isEqualTo(Samples.docx().of(Samples.report()));
    }

    private Report report() {
        try {
            return Samples.report();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private XWPFTable table(int index) {
        return document.getTables().get(index);
    }

    private static List<String> links(Stream<XWPFParagraph> paragraphs) {
        return paragraphs.flatMap(p -> p.getRuns().stream()).filter(XWPFHyperlinkRun.class::isInstance).map(XWPFHyperlinkRun.class::cast)
                .map(run -> run.text() + " → " + run.getHyperlink(run.getDocument()).getURL()).toList();
    }

    private CTStyle style(String id) {
        return document.getStyles().getStyle(id).getCTStyle();
    }

    private String font(String id) {
        var run = style(id).getRPr();
        return run.getRFontsArray(0).getEastAsia() + " " + ((BigInteger) run.getSzArray(0).getVal()).intValue() / 2;
    }

    private static long mm(Object twips) {
        return Math.round(((BigInteger) twips).longValue() * 25.4 / 1440);
    }
}
