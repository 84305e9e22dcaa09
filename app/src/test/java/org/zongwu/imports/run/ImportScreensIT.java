package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.sheet.Books;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

@Office
class ImportScreensIT {
    private static final String FILE = "物资目录\n类别,编号,品名,单位,最低库存,放在哪\n文具,1001,打印纸,包,12,架上\n文具,1002,夹子,,3,架下\n";

    @TempDir
    Path folder;

    @Autowired
    MockMvc web;
    @Autowired
    Schools schools;
    @Autowired
    Tenancy tenancy;
    @Autowired
    SetUp setUp;

    private Actor keeper;

    @BeforeEach
    void aSchoolWithAKeeper() {
        keeper = Opened.school(schools, tenancy, setUp).actor(Duty.STOREKEEPER);
    }

    @Test
    void a_file_is_tried_looked_at_and_taken_in_and_the_second_click_does_nothing_more() throws Exception {
        var run = upload(FILE).getRedirectedUrl();
        var page = get200(run);
        assertThat(page).contains("文具", "放在哪", "先导入没问题的 1 行", "下载改错文件");
        var key = UUID.randomUUID().toString();
        var done = send(post(run + "/commit").param("_key", key));
        assertThat(done.getStatus()).isEqualTo(303);
        assertThat(send(post(run + "/commit").param("_key", key)).getRedirectedUrl()).isEqualTo(done.getRedirectedUrl());
        assertThat(get200(done.getRedirectedUrl())).contains("已经写进台账").doesNotContain("先导入没问题的");
        assertThat(get200("/imports/runs")).contains("已导入", "试过");
        var again = upload(FILE).getRedirectedUrl();
        assertThat(get200(again)).contains("再导入一次", "已经有");
        assertThat(send(post(again + "/commit").param("_key", UUID.randomUUID().toString())).getStatus()).isEqualTo(422);
    }

    @Test
    void an_import_is_looked_at_line_by_line_and_taken_back_with_a_reason() throws Exception {
        var run = upload("物资目录\n类别,编号,品名,单位,放在哪\n文具,1001,打印纸,包,架上\n").getRedirectedUrl();
        var done = send(post(run + "/commit").param("_key", UUID.randomUUID().toString())).getRedirectedUrl().replaceAll("\\?.*", "");
        assertThat(get200(done + "/rows")).contains("打印纸", "1001");
        assertThat(get200(done + "/rows/1")).contains("放在哪", "架上", "打印纸", "物资 1001");
        assertThat(get200(done)).contains("撤销这次导入");
        assertThat(send(post(done + "/undo").param("_key", UUID.randomUUID().toString()).param("reason", "错")).getStatus()).isEqualTo(422);
        assertThat(send(post(done + "/undo").param("_key", UUID.randomUUID().toString()).param("reason", "导错了文件")).getStatus()).isEqualTo(303);
        assertThat(get200(done)).contains("导错了文件").doesNotContain("撤销这次导入</h2>");
        assertThat(get200("/imports/runs")).contains("已撤销");
        assertThat(get200(upload("物资目录\n类别,编号,品名,单位,放在哪\n文具,1001,打印纸,包,架上\n").getRedirectedUrl())).doesNotContain("再导入一次");
    }

    @Test
    void a_sheet_that_nobody_knows_is_shown_and_a_person_says_what_it_is() throws Exception {
        var book = Books.write(folder, w -> {
            Books.row(w.newWorksheet("一,二"), 1, "类别", "编号", "品名", "单位");
            Books.row(w.newWorksheet("说明"), 1, "甲列", "乙列", "丙列", "丁列");
        });
        var run = send(multipart("/imports").file(new MockMultipartFile("file", "物资.xlsx", null, Files.readAllBytes(book)))).getRedirectedUrl();
        assertThat(get200(run)).contains("有 1 张表没认出来", "前 20 行里没有找到认得的表头");
        var leftOut = send(post(run + "/sheets").param("sheets", "一,二").param("as", "items").param("sheets", "说明").param("as", ""));
        assertThat(get200(leftOut.getRedirectedUrl())).contains("你说不导入").doesNotContain("没认出来");
        var asked = send(post(run + "/sheets").param("sheets", "一,二").param("as", "items").param("sheets", "说明").param("as", "items"));
        assertThat(asked.getStatus()).isEqualTo(422);
        assertThat(asked.getContentAsString(StandardCharsets.UTF_8)).contains("请指明哪一列是什么", "丙列", "表“说明”");
    }

    @Test
    void a_bad_file_is_refused_on_the_same_page() throws Exception {
        var answer = upload("%PDF-1.7");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("错误：", "不是这里能收的文件");
        assertThat(upload("").getStatus()).isEqualTo(422);
    }

    @Test
    void a_file_that_nothing_fits_stays_and_only_the_template_is_asked_for() throws Exception {
        var answer = upload("甲,乙\n1,2\n");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("已收到“", "name=\"sha256\"");
    }

    @Test
    void a_column_put_right_by_hand_is_tried_again_and_remembered() throws Exception {
        var run = upload("类别,编号,品名,单位,至少\n文具,1001,打印纸,包,12\n").getRedirectedUrl();
        assertThat(get200(run)).contains("跳过");
        var fields = List.of("category", "code", "name", "unit", "minimum");
        var mapping = post(run + "/mapping");
        var keys = List.of("类别", "编号", "品名", "单位", "至少");
        for (var i = 0; i < keys.size(); i++) mapping.param("key", keys.get(i)).param("field", fields.get(i));
        assertThat(get200(send(mapping).getRedirectedUrl())).contains("你指定的");
        assertThat(get200(upload("类别,编号,品名,单位,至少\n文具,1003,笔,支,12\n").getRedirectedUrl())).contains("你指定的");
        var twice = post(run + "/mapping");
        for (var key : keys) twice.param("key", key).param("field", "code");
        assertThat(send(twice).getStatus()).isEqualTo(422);
    }

    @Test
    void columns_that_nobody_knows_are_asked_for_and_then_the_file_is_tried() throws Exception {
        var asked = send(multipart("/imports").file(new MockMultipartFile("file", "物资.csv", null, "甲列,乙列,丙列,丁列\n文具,1001,打印纸,包\n".getBytes(StandardCharsets.UTF_8)))
                .param("template", "items"));
        assertThat(asked.getStatus()).isEqualTo(422);
        var page = asked.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("请指明哪一列是什么", "甲列", "打印纸");
        var sha256 = page.replaceAll("(?s).*name=\"sha256\" value=\"([0-9a-f]{64})\".*", "$1");
        var mapping = post("/imports/mapping").param("sha256", sha256).param("name", "物资.csv").param("template", "items");
        var fields = List.of("category", "code", "name", "unit");
        var keys = List.of("甲列", "乙列", "丙列", "丁列");
        for (var i = 0; i < keys.size(); i++) mapping.param("key", keys.get(i)).param("field", fields.get(i));
        assertThat(get200(send(mapping).getRedirectedUrl())).contains("导入 1 行");
    }

    @Test
    void the_file_to_correct_is_the_persons_own_with_the_errors_beside() throws Exception {
        var run = upload(FILE).getRedirectedUrl();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(send(get(run + "/corrected")).getContentAsByteArray()))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows.get(1).getCellText(6)).isEqualTo("错误");
            assertThat(rows.get(3).getCellText(2)).isEqualTo("夹子");
            assertThat(rows.get(3).getCellText(6)).isNotBlank();
            assertThat(rows.get(2).getCellCount()).isLessThan(7);
        }
        var original = send(get(run + "/original"));
        assertThat(original.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(FILE);
        assertThat(original.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(original.getHeader("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void the_template_is_a_workbook_with_the_titles_that_are_recognised_again() throws Exception {
        var bytes = send(get("/imports/templates/items")).getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheetAt(0).getRow(0).getLastCellNum()).isGreaterThan((short) 5);
        }
        var answer = send(multipart("/imports").file(new MockMultipartFile("file", "模板.xlsx", null, bytes)));
        assertThat(answer.getStatus()).isEqualTo(303);
    }

    @Test
    void another_school_and_another_duty_find_nothing() throws Exception {
        var run = upload(FILE).getRedirectedUrl();
        var stranger = Opened.school(schools, tenancy, setUp).actor(Duty.STOREKEEPER);
        for (var path : new String[] {run, run + "/original", run + "/corrected"}) {
            assertThat(as(stranger, get(path)).getStatus()).as(path).isEqualTo(404);
            assertThat(as(new Actor(keeper.schoolId(), keeper.employeeId(), "教师", java.util.Set.of(Duty.TEACHER)), get(path)).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(as(stranger, post(run + "/commit").param("_key", UUID.randomUUID().toString())).getStatus()).isEqualTo(404);
        assertThat(as(stranger, get("/files/" + UUID.randomUUID())).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse upload(String content) throws Exception {
        return send(multipart("/imports").file(new MockMultipartFile("file", "物资.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8))));
    }

    private String get200(String path) throws Exception {
        var answer = send(get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return as(keeper, request);
    }

    private MockHttpServletResponse send(org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(token(keeper))).with(csrf())).andReturn().getResponse();
    }

    private MockHttpServletResponse as(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(token(actor))).with(csrf())).andReturn().getResponse();
    }

    private static TestingAuthenticationToken token(Actor actor) {
        return new TestingAuthenticationToken(actor, null, List.of());
    }
}
