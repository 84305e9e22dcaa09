package org.zongwu.files.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zongwu.files.FileKind;
import org.zongwu.kernel.RuleBroken;

class ContentSnifferTests {
    @TempDir
    Path folder;

    @Test
    void the_content_says_what_a_file_is_and_not_its_name() throws IOException {
        assertThat(kind("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).contains(FileKind.PDF);
        assertThat(kind(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0})).contains(FileKind.PNG);
        assertThat(kind(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0})).contains(FileKind.JPEG);
        assertThat(kind("编号,名称\n".getBytes(Charset.forName("GB18030")))).contains(FileKind.TEXT);
        assertThat(kind(new byte[] {'M', 'Z', 0, 1, 2, 3})).isEmpty();
        assertThat(kind(zip("xl/workbook.xml", "<workbook/>"))).contains(FileKind.XLSX);
        assertThat(kind(zip("word/document.xml", "<document/>"))).contains(FileKind.DOCX);
        assertThat(kind(zip("OFD.xml", "<OFD/>"))).contains(FileKind.OFD);
        assertThat(kind(zip("a.txt", "a"))).contains(FileKind.ZIP);
    }

    @Test
    void a_text_cut_within_a_character_is_still_text() throws IOException {
        assertThat(kind(("a" + "总".repeat(40_000)).getBytes(StandardCharsets.UTF_8))).contains(FileKind.TEXT);
        assertThat(kind(("a" + "总".repeat(40_000)).getBytes(Charset.forName("GB18030")))).contains(FileKind.TEXT);
    }

    @Test
    void a_workbook_under_a_password_is_refused_with_the_way_to_unlock_it() {
        var bytes = new byte[2048];
        var magic = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        refused("rule.files.password", () -> kind(bytes));
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_unpacked_to_the_end() {
        refused("rule.files.packed.ratio", () -> kind(zip("xl/workbook.xml", "0".repeat(20 * 1024 * 1024))));
    }

    @Test
    void a_path_that_leaves_the_file_is_refused() {
        for (var name : new String[] {"../../etc/passwd", "xl/../../x", "/etc/passwd", "C:\\x", "xl\\..\\x"}) {
            refused("rule.files.packed.path", () -> kind(zip(name, "x")));
        }
    }

    @Test
    void a_name_that_is_there_twice_is_refused() {
        refused("rule.files.packed.twice", () -> {
            var file = folder.resolve("twice.zip");
            try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
                for (var name : new String[] {"xl/workbook.xml", "XL/Workbook.xml"}) {
                    out.putNextEntry(new ZipEntry(name));
                    out.write('x');
                }
            }
            ContentSniffer.kind(file);
        });
    }

    @Test
    void too_many_parts_are_refused() {
        refused("rule.files.packed.entries", () -> {
            var file = folder.resolve("many.zip");
            try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
                for (var i = 0; i <= PackedFile.MOST_ENTRIES; i++) out.putNextEntry(new ZipEntry("part" + i));
            }
            ContentSniffer.kind(file);
        });
    }

    @Test
    void a_document_type_declaration_is_refused() {
        refused("rule.files.packed.doctype", () -> kind(zip("xl/workbook.xml", "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"b\">]><w/>")));
    }

    @Test
    void half_a_zip_is_refused() {
        refused("rule.files.packed.broken", () -> {
            var whole = zip("xl/workbook.xml", "<workbook/>");
            kind(java.util.Arrays.copyOf(whole, whole.length / 2));
        });
    }

    @Test
    void a_name_is_for_showing_only() {
        assertThat(FileName.clean("C:\\用户\\名册.xlsx")).isEqualTo("名册.xlsx");
        assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.clean("a\r\nSet-Cookie\u202E.csv")).isEqualTo("aSet-Cookie.csv");
        assertThat(FileName.clean("..")).isEqualTo("file");
    }

    private static void refused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleBroken.class, e -> assertThat(e.key()).isEqualTo(key));
    }

    private java.util.Optional<FileKind> kind(byte[] content) throws IOException {
        var file = Files.createTempFile(folder, "a", ".bin");
        Files.write(file, content);
        return ContentSniffer.kind(file);
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
