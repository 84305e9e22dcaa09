package org.zongwu.imports.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zongwu.imports.sheet.Books;

/** Files that were ledgers once: bytes turned, cut off, exchanged; inside the packed ones too, where the checksums then agree. */
final class Mutants {
    private static final List<String> XML = List.of("<!DOCTYPE a [<!ENTITY b \"c\">]>", "<c r=\"A1\"/>", "<row r=\"-1\">", "</sheetData>", "&#0;", "&x;", "<![CDATA[", "<c r=\"XFD1048577\"><v>1</v></c>",
            "<v>1E400000000</v>", "<v>NaN</v>", "<f>SUM(A1:XFD1048576)</f>", "<mergeCell ref=\"A1:XFD1048576\"/>", "t=\"s\"", "<v>99999999</v>", "<is><t>长</t></is>", "\u0000", "<x>".repeat(200),
            "<f>((((((((((((((((((((((((((((((((((((A1</f>", "r=\"AAAAAAA1\"", "<definedName name=\"a\">#REF!</definedName>");
    private static final List<String> TEXT = List.of("\"", "\"\"\"", ",,,,,,", "\n\n", "\r", "\t", "=1+1", "合计,", "\u0000", "１２", "<html>", "\uFEFF", "2026.13.45", "1E99999", "-".repeat(500), "〃");

    private final Random random;
    private final List<Mutant> seeds = new ArrayList<>();

    /** @param what was done to which file, to be read when it fails */
    record Mutant(String name, byte[] bytes, String what) {}

    Mutants(Path folder, Random random) throws IOException {
        this.random = random;
        seeds.add(seed("名册.xlsx", Files.readAllBytes(Books.write(folder, w -> {
            var staff = w.newWorksheet("名册");
            Books.row(staff, 1, "教职工名册（2026年3月）");
            Books.row(staff, 2, "部门", "工号", "姓名", "岗位", "联系电话", "到校日期", "备注");
            for (var i = 0; i < 40; i++) Books.row(staff, i + 3, i % 7 == 0 ? "后勤组" : "〃", "T" + i, "人" + i, "保管员", 13900000000L + i, i % 2 == 0 ? "3." + (i % 28 + 1) : "2026-03-01", null);
            Books.row(staff, 44, "合计", null, "40人");
            var rooms = w.newWorksheet("场所");
            Books.row(rooms, 1, "楼栋", "门牌号", "名称", "使用面积");
            for (var i = 0; i < 20; i++) Books.row(rooms, i + 2, "明德楼", 100 + i, "房" + i, "=D" + (i + 1) + "+1");
            Books.merge(rooms, 2, 0, 6, 0);
        }))));
        seeds.add(seed("物资.xlsx", styled()));
        seeds.add(seed("旧表.xls", old()));
        seeds.add(seed("学生.csv", "2026-2027学年学生名册\n班级,学号,姓名,性别,备注\n七（1）班,20260111,何满,女,\n七（1）班,20260112,\"周,一\",男,\"转\n出\"\n小计,2\n".getBytes(Charset.forName("GB18030"))));
        seeds.add(seed("供应商.csv", "\uFEFF编号\t供应商名称\t电话\nG001\t晴川商行\t13900002001\nG002\t=\"宏达\"\t1.39E+10\n".getBytes(StandardCharsets.UTF_8)));
    }

    private static Mutant seed(String name, byte[] bytes) {
        return new Mutant(name, bytes, name);
    }

    private static byte[] styled() throws IOException {
        try (var book = new XSSFWorkbook(); var bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("期初库存");
            var titles = new String[] {"类别", "编号", "品名", "单位", "期初数量", "单价", "金额", "备注"};
            for (var c = 0; c < titles.length; c++) sheet.createRow(c == 0 ? 0 : 0);
            var head = sheet.createRow(0);
            for (var c = 0; c < titles.length; c++) head.createCell(c).setCellValue(titles[c]);
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy年m月d日"));
            for (var r = 1; r < 30; r++) {
                var row = sheet.createRow(r);
                row.createCell(0).setCellValue(r % 5 == 1 ? "文具" : "");
                row.createCell(1).setCellValue(1000 + r);
                row.createCell(2).setCellValue("品" + r);
                row.createCell(3).setCellValue("个");
                row.createCell(6).setCellFormula("E" + (r + 1) + "*F" + (r + 1));
                row.createCell(7).setCellValue(LocalDate.of(2026, 3, 1));
                row.getCell(7).setCellStyle(day);
            }
            sheet.addMergedRegion(new CellRangeAddress(1, 5, 0, 0));
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] old() throws IOException {
        try (var book = new HSSFWorkbook(); var bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("名册");
            var head = sheet.createRow(0);
            var titles = new String[] {"部门", "工号", "姓名"};
            for (var c = 0; c < titles.length; c++) head.createCell(c).setCellValue(titles[c]);
            for (var r = 1; r < 20; r++) for (var c = 0; c < titles.length; c++) (sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r)).createCell(c).setCellValue(titles[c] + r);
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    Mutant next() throws IOException {
        var seed = seeds.get(random.nextInt(seeds.size()));
        var packed = seed.bytes()[0] == 'P' && seed.bytes()[1] == 'K';
        if (packed && random.nextInt(10) < 6) return inside(seed);
        return packed || seed.name().endsWith(".xls") ? outside(seed, seed.bytes()) : text(seed);
    }

    private Mutant outside(Mutant seed, byte[] bytes) {
        var way = random.nextInt(5);
        return new Mutant(seed.name(), mutated(bytes, way), seed.what() + " " + List.of("bytes turned", "cut off", "block zeroed", "blocks exchanged", "grown").get(way));
    }

    private byte[] mutated(byte[] original, int way) {
        var bytes = original.clone();
        if (bytes.length < 8) return bytes;
        var at = random.nextInt(bytes.length);
        var length = Math.min(random.nextInt(64) + 1, bytes.length - at);
        switch (way) {
            case 0 -> {
                for (var i = random.nextInt(20); i >= 0; i--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            case 2 -> Arrays.fill(bytes, at, at + length, (byte) 0);
            case 3 -> System.arraycopy(original, random.nextInt(original.length - length + 1), bytes, at, length);
            default -> {
                bytes = Arrays.copyOf(bytes, bytes.length + length);
                System.arraycopy(original, at, bytes, at + length, original.length - at);
            }
        }
        return bytes;
    }

    /** Takes it apart, changes one part, and packs it again: every checksum is right. */
    private Mutant inside(Mutant seed) throws IOException {
        var parts = parts(seed.bytes());
        var name = new ArrayList<>(parts.keySet()).get(random.nextInt(parts.size()));
        var part = parts.get(name);
        var way = random.nextInt(6);
        switch (way) {
            case 0, 1 -> parts.put(name, mutated(part, random.nextInt(5)));
            case 2, 3 -> {
                var text = new String(part, StandardCharsets.UTF_8);
                var at = text.isEmpty() ? 0 : random.nextInt(text.length());
                parts.put(name, (text.substring(0, at) + XML.get(random.nextInt(XML.size())) + text.substring(at)).getBytes(StandardCharsets.UTF_8));
            }
            case 4 -> parts.remove(name);
            default -> {
                var other = new ArrayList<>(parts.keySet()).get(random.nextInt(parts.size()));
                parts.put(name, parts.get(other));
            }
        }
        return new Mutant(seed.name(), zip(parts), seed.what() + " inside " + name + " way " + way);
    }

    private Mutant text(Mutant seed) {
        if (random.nextBoolean()) return outside(seed, seed.bytes());
        var charset = seed.name().startsWith("学生") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
        var text = new StringBuilder(new String(seed.bytes(), charset));
        for (var i = random.nextInt(5); i >= 0; i--) text.insert(random.nextInt(text.length() + 1), TEXT.get(random.nextInt(TEXT.size())));
        return new Mutant(seed.name(), text.toString().getBytes(charset), seed.what() + " with words");
    }

    private static Map<String, byte[]> parts(byte[] zip) throws IOException {
        var file = Files.write(Files.createTempFile("mutant", ".zip"), zip);
        var parts = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipFile(file.toFile())) {
            for (var entry : in.stream().toList()) parts.put(entry.getName(), in.getInputStream(entry).readAllBytes());
        } finally {
            Files.delete(file);
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
