package org.zongwu.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.zongwu.engine.FileImports;
import org.zongwu.engine.Schools;

/** Takes in a school's own files, or tries them with {@code --dry-run}. */
final class ImportCommand implements Command {
    private final Class<?> application;

    ImportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Map<String, Boolean> options() {
        return Map.of("template", true, "dry-run", false, "school", true, "data", true, "db", true);
    }

    @Override
    public boolean takesFiles() {
        return true;
    }

    @Override
    public int run(Arguments arguments) {
        if (arguments.words().isEmpty()) throw new Misused("请写明要导入的文件", "name the file to import");
        var files = arguments.words().stream().map(f -> Path.of(f).toAbsolutePath().normalize()).toList();
        for (var file : files) if (!Files.isReadable(file)) throw new Misused("读不到文件 " + file, "cannot read " + file);
        try (var office = BackOffice.open(application, Folders.existing(arguments), arguments)) {
            var schools = office.schools(arguments);
            if (schools.size() != 1) throw new Misused("这里有 " + schools.size() + " 所学校，请用 --school 指明", "there are " + schools.size() + " schools here, name one with --school");
            var clean = true;
            for (var file : files) clean &= load(office.bean(FileImports.class), schools.getFirst(), file, arguments);
            return clean ? OK : FAILED;
        }
    }

    private static boolean load(FileImports imports, Schools.School school, Path file, Arguments arguments) {
        var outcome = imports.load(school.id(), file, arguments.value("template").orElse(""), arguments.has("dry-run"));
        System.out.printf("%s [%s]: %d/%d%s%n", file.getFileName(), outcome.template(), outcome.taken(), outcome.rows(), arguments.has("dry-run") ? " (--dry-run)" : "");
        outcome.notes().forEach(note -> System.out.println("  " + note));
        outcome.findings().forEach(finding -> System.out.println("  " + finding));
        return outcome.findings().isEmpty();
    }
}
