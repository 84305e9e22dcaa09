package org.zongwu.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zongwu.engine.FileImports;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes in a school's own files, or a folder of them, or tries them with {@code --dry-run}; says what it could not take, and why. */
final class ImportCommand implements Command {
    private static final List<String> SHEETS = List.of(".xlsx", ".xls", ".csv", ".txt");

    private final Class<?> application;

    ImportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Map<String, Boolean> options() {
        return Map.ofEntries(Map.entry("folder", true), Map.entry("template", true), Map.entry("dry-run", false), Map.entry("json", true), Map.entry("school", true), Map.entry("data", true),
                Map.entry("db", true), Map.entry("new", true), Map.entry("term", true), Map.entry("from", true), Map.entry("to", true));
    }

    @Override
    public boolean takesFiles() {
        return true;
    }

    @Override
    public int run(Arguments arguments) {
        var files = new ArrayList<>(arguments.words().stream().map(f -> Path.of(f).toAbsolutePath().normalize()).toList());
        arguments.path("folder").ifPresent(folder -> files.addAll(sheets(folder)));
        if (files.isEmpty()) throw new Misused("请写明要导入的文件，或用 --folder 指明文件夹", "name the file to import, or a folder with --folder");
        for (var file : files) if (!Files.isReadable(file)) throw new Misused("读不到文件 " + file, "cannot read " + file);
        var data = arguments.has("new") ? Folders.office(arguments) : Folders.existing(arguments);
        if (arguments.has("new")) Folders.make(data);
        try (var office = BackOffice.open(application, data, arguments)) {
            var schools = arguments.has("new") ? List.of(NewSchool.open(office, arguments.value("new").orElseThrow(), arguments)) : office.schools(arguments);
            if (schools.size() != 1) throw new Misused("这里有 " + schools.size() + " 所学校，请用 --school 指明", "there are " + schools.size() + " schools here, name one with --school");
            var results = new ArrayList<FileImports.Result>();
            office.bean(FileImports.class).load(schools.getFirst().id(), files, arguments.value("template").orElse(""), arguments.has("dry-run"), result -> {
                results.add(result);
                print(result);
            });
            arguments.path("json").ifPresent(file -> write(file, results, arguments.has("dry-run")));
            return summed(results) ? OK : FAILED;
        }
    }

    /** What looks like a spreadsheet; what an office program leaves beside an open file does not count. */
    private static List<Path> sheets(Path folder) {
        if (!Files.isDirectory(folder)) throw new Misused("没有文件夹 " + folder, "there is no folder " + folder);
        try (var all = Files.list(folder)) {
            return all.filter(f -> Files.isRegularFile(f) && isSheet(String.valueOf(f.getFileName()))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSheet(String name) {
        return !name.startsWith("~") && !name.startsWith(".") && SHEETS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private static void print(FileImports.Result result) {
        System.out.println((result.needsSomebody() ? "✗ " : "✓ ") + result.file());
        result.words().forEach(line -> System.out.println("  " + line));
    }

    private static boolean summed(List<FileImports.Result> results) {
        var open = results.stream().filter(FileImports.Result::needsSomebody).count();
        System.out.printf("%d 个文件，%d 行：导入 %d，重复 %d，要人看 %d；%d 个文件要人处理 / %d files, %d to look at%n", results.size(), results.stream().mapToInt(FileImports.Result::rows).sum(),
                results.stream().mapToInt(FileImports.Result::taken).sum(), results.stream().mapToInt(FileImports.Result::duplicate).sum(),
                results.stream().mapToInt(FileImports.Result::problem).sum(), open, results.size(), open);
        return open == 0;
    }

    /** For a program: by file what was counted and every row that was not simply taken. */
    private static void write(Path file, List<FileImports.Result> results, boolean dryRun) {
        var files = new LinkedHashMap<String, Object>();
        for (var r : results) files.put(r.file(), json(r));
        var all = new LinkedHashMap<String, Object>();
        all.put("dry_run", dryRun);
        all.put("needs_somebody", results.stream().anyMatch(FileImports.Result::needsSomebody));
        all.put("files", files);
        try {
            Files.writeString(file, JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(all), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(FileImports.Result r) {
        var json = new LinkedHashMap<String, Object>();
        json.put("data_rows", r.rows());
        json.put("accepted", r.taken());
        json.put("duplicate", r.duplicate());
        json.put("problem", r.problem());
        json.put("warning", r.warning());
        json.put("refused", r.refusal());
        json.put("sheets", r.sheets());
        json.put("rows", r.findings());
        json.put("rows_left_out", r.more());
        return json;
    }
}
