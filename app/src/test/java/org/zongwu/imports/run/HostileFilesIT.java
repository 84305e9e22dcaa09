package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.zongwu.Office;
import org.zongwu.engine.Home;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.imports.sheet.Books;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.Ids;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/** Files that are built to do harm, through the real way in: each refused with its own sentence, and nothing is kept of it. */
@Office
class HostileFilesIT {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String SHEET = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

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
    @Autowired
    ImportService imports;
    @Autowired
    Home home;
    @Autowired
    DSLContext db;

    private Opened school;
    private Actor director;
    private byte[] corrected;

    @BeforeEach
    void aSchool() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
    }

    @Test
    void a_bomb_an_entity_and_a_path_that_leaves_the_file_are_refused() throws Exception {
        refused("展开后比原来大得出奇", with("xl/media/a.bin", new byte[30 * 1024 * 1024]));
        refused("带有不该有的声明", with("xl/sharedStrings.xml", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><sst>&b;</sst>"));
        refused("带有不该有的声明", with("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;\">]><worksheet>&y;</worksheet>"));
        refused("指到文件外面去了", with("../../evil.xml", "x"));
        refused("指到文件外面去了", with("xl\\evil.xml", "x"));
    }

    @Test
    void what_reaches_out_of_the_file_or_runs_is_refused() throws Exception {
        refused("断开链接", with("xl/externalLinks/externalLink1.xml", "<externalLink/>"));
        refused("断开链接", with("xl/connections.xml", "<connections/>"));
        refused("有宏", with("xl/vbaProject.bin", "x"));
    }

    @Test
    void a_declaration_is_found_wherever_it_hides() throws Exception {
        var entity = "<!DOCTYPE a [<!ENTITY a0 \"ha\"><!ENTITY a1 \"&a0;&a0;\"><!ENTITY a2 \"&a1;&a1;\">]>";
        refused("带有不该有的声明", with("xl/sharedStrings.xml", "<?xml version=\"1.0\"?><!--" + "x".repeat(20_000) + "-->" + entity + "<sst><si><t>&a2;</t></si></sst>"));
        refused("带有不该有的声明", with("xl/sharedStrings.xml", ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + entity + "<sst/>").getBytes(StandardCharsets.UTF_16)));
        refused("带有不该有的声明", with("xl/_rels/workbook.xml.rels", entity + "<Relationships/>"));
        refused("带有不该有的声明", with("docProps/MORE.XML", entity + "<a/>"));
    }

    @Test
    void an_old_workbook_that_runs_or_reaches_out_is_refused_too() throws Exception {
        refused("有宏", old(book -> book.getDirectory().createDirectory("_VBA_PROJECT_CUR").createDocument("dir", new ByteArrayInputStream(new byte[] {1}))));
        refused("断开链接", old(book -> {
            book.linkExternalWorkbook("other.xls", new HSSFWorkbook());
            book.createName().setNameName("a");
        }));
    }

    @Test
    void what_is_under_a_password_says_so() throws Exception {
        try (var packed = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(packed)) {
                out.write(book());
            }
            var bytes = new ByteArrayOutputStream();
            packed.writeFilesystem(bytes);
            refused("取消密码", bytes.toByteArray());
        }
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            var locked = old(book -> { });
            Biff8EncryptionKey.setCurrentUserPassword(null);
            refused("取消密码", locked);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        var packed = book();
        for (var i = 0; i + 4 < packed.length; i++) { // the bit of an encrypted entry, before each entry and in the directory
            if (packed[i] == 'P' && packed[i + 1] == 'K' && packed[i + 2] == 3 && packed[i + 3] == 4) packed[i + 6] |= 1;
            if (packed[i] == 'P' && packed[i + 1] == 'K' && packed[i + 2] == 1 && packed[i + 3] == 2) packed[i + 8] |= 1;
        }
        refused("文件损坏", packed);
    }

    @Test
    void too_many_sheets_cells_and_levels_are_refused() throws Exception {
        refused("张表，最多收 200 张", Files.readAllBytes(Books.write(folder, w -> {
            for (var i = 0; i < 201; i++) Books.row(w.newWorksheet("表" + i), 1, "部门", "工号", "姓名");
        })));
        refused("个部件，超过", Files.readAllBytes(Books.write(folder, w -> {
            for (var i = 0; i < 1000; i++) Books.row(w.newWorksheet("表" + i), 1, "部门", "工号", "姓名");
        })));
        refused("表格损坏", sheet("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"));
        refused("表格损坏", sheet("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"));
        refused("表格损坏", sheet("<row r=\"99999999\"><c r=\"A99999999\"><v>1</v></c></row>"));
        refused("表格损坏", sheet("<x>".repeat(5000) + "</x>".repeat(5000)));
        refused("表格损坏", sheet("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
        refused("比原来大得出奇", sheet("<row/>".repeat(3_000_001)));
        refused("格。请删去空行空列", "部门,工号,姓名\n" + "1,".repeat(3_000_001) + "\n");
        refused("格。请删去空行空列", "部门,工号,姓名\n" + "\n".repeat(3_000_001));
        refused("个字，不收", "部门,工号,姓名\n" + "长".repeat(40_000) + ",1,甲\n");
        refused("个字，不收", sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "长".repeat(40_000) + "</t></is></c></row>"));
        var merges = new StringBuilder();
        for (var i = 1; i <= 1_000_000; i++) merges.append("<mergeCell ref=\"A").append(i).append(":B").append(i).append("\"/>");
        refused("合并的单元格超过 100000 处", with("xl/worksheets/sheet1.xml", SHEET + "<sheetData/><mergeCells>" + merges + "</mergeCells></worksheet>"));
        var words = new Random(1);
        var text = new StringBuilder("部门,工号,姓名\n");
        while (text.length() < 9_000_000) text.append("后勤组,").append(words.nextLong()).append(",甲\n");
        refused("文件太大，最大 25 MB", text.append(text).append(text).toString());
    }

    @Test
    void what_is_not_what_it_is_called_is_refused() throws Exception {
        refused("不是这里能收的文件", "%PDF-1.7 ...");
        refused("不是这里能收的文件", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0});
        refused("不是这里能收的文件", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0});
        refused("这其实是网页", "<html><body><table><tr><td>部门</td></tr></table></body></html>");
        refused("文件损坏", Arrays.copyOf(book(), book().length / 2));
        refused("不是这里能收的文件", zip(Map.of("readme.txt", "x".getBytes(StandardCharsets.UTF_8))));
        refused("不是这里能收的文件", zip(Map.of("a.xlsx", book(), "b.zip", zip(Map.of("c.xlsx", book())))));
        refused("请选一个文件", new byte[0], "a.xlsx", "");
        refused("文件名写着 .xlsx，里面却是文字", "部门,工号,姓名\n后勤组,T1,甲\n".getBytes(StandardCharsets.UTF_8), "名册.xlsx", "");
        refused("文件名写着 .csv，里面却是新版 Excel", book(), "名册.CSV", "");
        refused("文件名写着 .xlsx，里面却是旧版 Excel", old(book -> { }), "名册.xlsx", "");
        refused("The file is named .xls, but inside it is an Excel workbook", book(), "名册.xls", "en");
        var directory = book();
        for (var i = directory.length - 60; i < directory.length - 22; i++) directory[i] ^= 0x5A;
        refused("", directory);
    }

    @Test
    void what_no_text_can_hold_is_left_out_of_cells_and_names() throws Exception {
        var answer = upload("部门,工号,姓名\n后\0勤组,T1,甲\n".getBytes(StandardCharsets.UTF_16), "名\0册\u202E" + "长".repeat(400) + ".csv", "");
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(send(answer.getRedirectedUrl()).getStatus()).isEqualTo(200);
    }

    @Test
    void a_packed_file_within_a_workbook_is_never_opened() throws Exception {
        var answer = timed(with("xl/media/bomb.zip", zip(Map.of("a.xml", ("<!DOCTYPE a>" + " ".repeat(1024 * 1024)).getBytes(StandardCharsets.UTF_8)))));
        assertThat(answer.getStatus()).isEqualTo(303);
    }

    @Test
    void a_calculation_is_no_text_and_honest_texts_that_look_like_one_are() throws Exception {
        var page = page("""
                教职工名册
                部门,工号,姓名,岗位,联系电话
                =cmd|'/c calc'!A0,T1,甲,,
                后勤组,T2,"=HYPERLINK(""http://x"",""点"")",,
                ＝1+1,T3,丙,,
                后勤组,T4,"-2+3+cmd|'/c calc'!A0",,
                后勤组,T5,戊,-（无）,+86 (010) 1234
                后勤组,T6,己,@张老师（初二）,
                后勤组,T7,庚,-3(补),
                后勤组,T8,辛,+SUM(A1),-
                """);
        assertThat(page).contains("像是公式，不是文字", "先导入没问题的 4 行");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(corrected))) {
            book.getFirstSheet().read().forEach(row -> row.forEach(cell -> assertThat(cell == null || cell.getFormula() == null).isTrue()));
        }
    }

    @Test
    void what_was_taken_in_leaves_no_export_as_a_formula() throws Exception {
        var people = List.of("+86 (010) 1234", "-（无）", "@张老师（初二）", "-3(补)", "+SUM(A1)", "＋1");
        var file = new StringBuilder("部门,工号,姓名,岗位\n");
        for (var i = 0; i < people.size(); i++) file.append("后勤组,T").append(i).append(",人").append(i).append(",\"").append(people.get(i)).append("\"\n");
        var upload = imports.store(director, new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)), "名册.csv");
        assertThat(school.write(() -> imports.commit(director, upload, Wanted.BY_HEADINGS, Ids.next(), true)).counts().accepted()).isEqualTo(people.size());
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(send("/school/employees?format=xlsx").getContentAsByteArray()))) {
            var texts = new ArrayList<String>();
            for (var row : book.getSheetAt(0)) {
                for (var cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    if (cell.getCellType() != CellType.STRING || "=+-@＝＋－＠".indexOf(cell.getStringCellValue().charAt(0)) < 0) continue;
                    texts.add(cell.getStringCellValue());
                    assertThat(cell.getCellStyle().getDataFormatString()).as("stays a text when it is edited").isEqualTo("@");
                }
            }
            assertThat(texts).containsExactlyInAnyOrderElementsOf(people);
        }
    }

    @Test
    void while_another_import_holds_the_same_names_the_person_is_asked_to_wait() throws Exception {
        var file = "教职工名册\n部门,工号,姓名\n后勤组,T1,甲\n".getBytes(StandardCharsets.UTF_8);
        var answer = new AtomicReference<MockHttpServletResponse>();
        school.write(() -> {
            db.execute("insert into school.department (school_id, id, name, teaching, valid_from) values ({0}, {1}, '后勤组', false, '1900-01-01')", school.id(), Ids.next());
            var other = Thread.ofPlatform().start(() -> answer.set(quietly(file)));
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(answer.get().getStatus()).isEqualTo(422);
        assertThat(answer.get().getContentAsString(StandardCharsets.UTF_8)).contains("这会儿有别的文件在导入");
    }

    private MockHttpServletResponse quietly(byte[] file) {
        try {
            return upload(file, "a.csv", "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_sheet_of_nothing_but_wrong_sums_or_dashes_is_no_burden() throws Exception {
        var sums = new StringBuilder("教职工名册\n部门,工号,姓名,岗位\n");
        for (var i = 0; i < 20_000; i++) sums.append("后勤组,").append(i).append(",,9\n合计,1,,7\n");
        assertThat(timed(sums.toString().getBytes(StandardCharsets.UTF_8)).getStatus()).isEqualTo(303);
        var dashes = "部门,工号,姓名\n后勤组,T1,甲\n" + ("a" + "-".repeat(30_000) + "x\n").repeat(100);
        assertThat(timed(dashes.getBytes(StandardCharsets.UTF_8)).getStatus()).isIn(303, 422); // the first file may still be tried
    }

    private void refused(String words, String text) throws Exception {
        refused(words, text.getBytes(StandardCharsets.UTF_8));
    }

    private void refused(String words, byte[] file) throws Exception {
        refused(words, file, called(file), "");
    }

    private void refused(String words, byte[] file, String name, String language) throws Exception {
        var before = changes();
        var answer = timed(file, name, language);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains(language.isEmpty() ? "这个文件没有收下" : "The file was not taken", words);
        assertThat(changes()).isEqualTo(before);
        assertThat(home.files().resolve("incoming")).isEmptyDirectory();
    }

    /** Its honest name. */
    private static String called(byte[] file) {
        return "教职工名册" + (file[0] == 'P' && file[1] == 'K' ? ".xlsx" : (file[0] & 0xFF) == 0xD0 ? ".xls" : ".csv");
    }

    private MockHttpServletResponse timed(byte[] file) throws Exception {
        return timed(file, called(file), "");
    }

    private MockHttpServletResponse timed(byte[] file, String name, String language) throws Exception {
        var start = System.nanoTime();
        var answer = upload(file, name, language);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        return answer;
    }

    private String page(String text) throws Exception {
        var answer = upload(text.getBytes(StandardCharsets.UTF_8), "a.csv", "");
        assertThat(answer.getStatus()).isEqualTo(303);
        corrected = send(answer.getRedirectedUrl() + "/corrected").getContentAsByteArray();
        return send(answer.getRedirectedUrl()).getContentAsString(StandardCharsets.UTF_8);
    }

    private List<Integer> changes() {
        return school.read(() -> List.of("files.original", "imports.run", "imports.task", "school.employee", "trail.record").stream()
                .map(t -> db.fetchSingle("select count(*) from " + t + " where school_id = {0}", school.id()).get(0, Integer.class)).toList());
    }

    private MockHttpServletResponse upload(byte[] file, String name, String language) throws Exception {
        return web.perform(multipart("/imports").file(new MockMultipartFile("file", name, null, file)).cookie(new Cookie("lang", language.isEmpty() ? "zh-CN" : language)).with(authentication(new TestingAuthenticationToken(director, null, List.of()))).with(csrf()))
                .andReturn().getResponse();
    }

    private MockHttpServletResponse send(String path) throws Exception {
        return web.perform(get(path).with(authentication(new TestingAuthenticationToken(director, null, List.of())))).andReturn().getResponse();
    }

    private byte[] book() throws IOException {
        return Files.readAllBytes(Books.write(folder, w -> {
            var sheet = w.newWorksheet("名册");
            Books.row(sheet, 1, "部门", "工号", "姓名");
            Books.row(sheet, 2, "后勤组", "T101", "孟明");
        }));
    }

    private byte[] with(String name, String content) throws IOException {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The good workbook with one part put in or in the place of another. */
    private byte[] with(String name, byte[] content) throws IOException {
        var parts = parts(book());
        parts.put(name, content);
        return zip(parts);
    }

    private byte[] sheet(String rows) throws IOException {
        return with("xl/worksheets/sheet1.xml", SHEET + "<sheetData>" + rows + "</sheetData></worksheet>");
    }

    private interface Change {
        void to(HSSFWorkbook book) throws IOException;
    }

    private static byte[] old(Change change) throws IOException {
        try (var book = new HSSFWorkbook(); var bytes = new ByteArrayOutputStream()) {
            var row = book.createSheet("名册").createRow(0);
            for (var title : List.of("部门", "工号", "姓名")) row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(title);
            book.write(bytes);
            try (var again = new HSSFWorkbook(new POIFSFileSystem(new ByteArrayInputStream(bytes.toByteArray())), true)) {
                change.to(again);
                bytes.reset();
                again.write(bytes);
            }
            return bytes.toByteArray();
        }
    }

    private Map<String, byte[]> parts(byte[] zip) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "a", ".zip"), zip);
        var parts = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipFile(file.toFile())) {
            for (var entry : in.stream().toList()) parts.put(entry.getName(), in.getInputStream(entry).readAllBytes());
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
