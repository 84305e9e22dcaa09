package org.zongwu.web.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zongwu.web.Paper;
import org.zongwu.web.Paper.Head;
import org.zongwu.web.Paper.Meta;

class SheetsTests {
    private static final List<Head> HEADS = List.of(new Head("名称", false, 0), new Head("金额", true, 24));

    @Test
    void a_slip_with_money_has_five_lines_a_sheet_and_strikes_the_rest() {
        var sheets = Sheets.of(slip(7, "壹佰元整"));
        assertThat(sheets).extracting(s -> s.lines().size()).containsExactly(5, 2);
        assertThat(sheets).extracting(Sheets.Sheet::unused).containsExactly(0, 3);
        assertThat(sheets).extracting(Sheets.Sheet::last).containsExactly(false, true);
    }

    @Test
    void a_list_without_money_fills_the_sheet() {
        var sheets = Sheets.of(slip(11, ""));
        assertThat(sheets).extracting(s -> s.lines().size()).containsExactly(8, 3);
        assertThat(sheets).extracting(Sheets.Sheet::unused).containsOnly(0);
    }

    @Test
    void a_long_text_goes_on_over_sheets_and_nothing_of_it_is_lost() {
        var text = IntStream.range(0, 900).mapToObj(i -> i % 60 == 59 ? "。\n" : "会").collect(Collectors.joining());
        var sheets = Sheets.of(new Paper("会议记录", "HY-2026-00001", facts(6), List.of(), List.of(), List.of(new Meta("纪要", text), new Meta("备注", "无")), "", 1, List.of(), null, List.of(), null));
        assertThat(sheets).hasSizeGreaterThan(1);
        assertThat(sheets.getFirst().fields()).hasSize(3);
        assertThat(sheets.stream().flatMap(s -> s.texts().stream()).filter(t -> t.label().equals("纪要")).map(Meta::value).collect(Collectors.joining())).isEqualTo(text.replace("\n", ""));
        assertThat(sheets.getLast().texts().getLast()).isEqualTo(new Meta("备注", "无"));
    }

    @Test
    void many_fields_go_on_over_sheets() {
        var sheets = Sheets.of(new Paper("工程项目", "GC-2026-00001", facts(40), List.of(), List.of(), List.of(), "", 1, List.of(), null, List.of(), null));
        assertThat(sheets.stream().mapToInt(s -> s.fields().size()).sum()).isEqualTo(20);
        assertThat(sheets).hasSize(2);
    }

    @Test
    void a_paper_with_nothing_on_it_is_one_sheet() {
        assertThat(Sheets.of(new Paper("签到", "QD-2026-00001", List.of(), List.of(), List.of(), List.of(), "", 1, List.of(), null, List.of(), null))).hasSize(1);
    }

    private static Paper slip(int lines, String words) {
        return new Paper("领物单", "LW-2026-00001", facts(6), HEADS, Collections.nCopies(lines, List.of("粉笔", "1.00")), words, 1, List.of(""), null, List.of(), null);
    }

    private static List<Meta> facts(int n) {
        return IntStream.range(0, n).mapToObj(i -> new Meta("栏" + i, "值")).toList();
    }
}
