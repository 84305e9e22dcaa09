package org.zongwu.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zongwu.imports.sheet.Books.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.imports.sheet.Books;
import org.zongwu.kernel.ImportTemplate.Field;
import org.zongwu.kernel.ImportTemplate.Kind;
import org.zongwu.kernel.ImportTemplate.Matrix;

/** Sheets that say something across: a column a day, a plate in the name of the sheet. */
class MatrixTests {
    private static final TemplateFields SIGNED = new TemplateFields("signed", "签到", Set.of(), Fields.of("x", "!name=姓名", "!day:DATE=日期", "!mark=签到").fields(),
            Matrix.ofDays("day", "mark"));

    @TempDir
    Path folder;

    @Test
    void each_mark_below_a_day_is_a_row_that_names_its_cell() {
        var sheet = Books.of(folder, s -> {
            row(s, 1, "2026年上半年学习签到");
            row(s, 2, "姓名", "3.2", "3月9日", "出勤次数");
            row(s, 3, "周一", "√", "迟", "=COUNTIF(B3:C3,\"√\")");
            row(s, 4, "吴二", null, "假", 0);
        }).getFirst();
        var header = new HeaderFinder(SIGNED, Map.of()).find(sheet).orElseThrow();
        assertThat(header.fits()).isTrue();
        var read = RowReader.read(sheet, header, Fields.YEARS);
        assertThat(read.lines()).isEqualTo(2);
        assertThat(read.rows()).extracting(r -> r.number() + ":" + r.column() + " " + r.get("name") + " " + r.get("day") + " " + r.get("mark"))
                .containsExactly("3:1 周一 2026-03-02 √", "3:2 周一 2026-03-09 迟", "4:2 吴二 2026-03-09 假");
        assertThat(sheet.line(3).text(3)).isEqualTo("1");
    }

    @Test
    void the_same_list_a_line_each_is_no_matrix() {
        var sheet = Books.of(folder, s -> {
            row(s, 1, "姓名", "日期", "签到", "3.2");
            row(s, 2, "周一", "2026-03-02", "√", "x");
        }).getFirst();
        var read = RowReader.read(sheet, new HeaderFinder(SIGNED, Map.of()).find(sheet).orElseThrow(), Fields.YEARS);
        assertThat(read.rows()).hasSize(1).first().extracting(r -> r.get("mark")).isEqualTo("√");
    }

    @Test
    void a_sheet_without_one_day_lacks_what_it_needs() {
        var sheet = Books.of(folder, s -> row(s, 1, "姓名", "电话")).getFirst();
        assertThat(new HeaderFinder(SIGNED, Map.of()).find(sheet).orElseThrow().missing()).containsExactly("日期", "签到");
    }

    @Test
    void a_field_may_stand_in_the_name_of_the_sheet_or_in_its_title() {
        var plate = new Field("plate", true, Kind.CODE, List.of()).fromTitle(Pattern.compile("(\\p{IsHan}[A-Z]-[A-Z0-9]{4,5})"));
        var fields = new ArrayList<>(Fields.of("x", "!on:DATE=日期", "!to=目的地").fields());
        fields.add(new TemplateFields.Known(plate, "车牌", Set.of("车牌")));
        var trips = new TemplateFields("trips", "派车", Set.of(), fields, null);
        var named = Books.read(Books.write(folder, w -> {
            var s = w.newWorksheet("星B-0126");
            row(s, 1, "日期", "目的地");
            row(s, 2, "2026-03-02", "县城");
            var titled = w.newWorksheet("三月");
            row(titled, 1, "派车登记（星B-0318 面包车）");
            row(titled, 2, "日期", "目的地");
            row(titled, 3, "2026-03-02", "市里");
            var own = w.newWorksheet("星B-0999");
            row(own, 1, "日期", "目的地", "车牌");
            row(own, 2, "2026-03-02", "市里", "星B-0001");
            row(w.newWorksheet("无"), 1, "日期", "目的地");
        }));
        assertThat(named.stream().limit(3).map(s -> RowReader.read(s, new HeaderFinder(trips, Map.of()).find(s).orElseThrow(), Fields.YEARS).rows().getFirst().get("plate")))
                .containsExactly("星B-0126", "星B-0318", "星B-0001");
        assertThat(new HeaderFinder(trips, Map.of()).find(named.getLast()).orElseThrow().missing()).containsExactly("车牌");
    }

    @Test
    void a_header_of_two_lines_is_known_by_its_lower_line() {
        var projects = Fields.of("projects", "!name=项目名称", "!ctl:MONEY=控制价", "con:MONEY=合同价", "aud:MONEY=审定价", "s:DATE=开工", "e:DATE=竣工");
        var sheet = Books.of(folder, s -> {
            row(s, 1, "工程台账");
            row(s, 2, "项目名称", "金额（元）", null, null, "时间");
            row(s, 3, null, "预算/控制价", "合同价", "审定价", "开工", "竣工");
            row(s, 4, "屋面防水", "￥125,000.00", 118600, null, "2026.7.6");
            Books.merge(s, 2, 0, 3, 0);
            Books.merge(s, 2, 1, 2, 3);
            Books.merge(s, 2, 4, 2, 5);
        }).getFirst();
        var header = new HeaderFinder(projects, Map.of()).find(sheet).orElseThrow();
        assertThat(header.found()).contains("name", "con", "aud", "s", "e");
        assertThat(header.lastLine()).isEqualTo(3);
    }
}
