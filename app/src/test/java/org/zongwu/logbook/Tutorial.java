package org.zongwu.logbook;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** The files that docs/tutorial-register.md has its reader write, compiled beside the product as if they stood in it. */
final class Tutorial {
    private static final Pattern BLOCK = Pattern.compile("^```[a-z]+ (\\S+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Path OUT = Path.of("target/tutorial").toAbsolutePath();
    private static final String SCHEMA = "assets";

    private Tutorial() {}

    /** The blocks of code that name a file, by that file. */
    static Map<String, String> blocks(Path page) {
        var all = new TreeMap<String, String>();
        BLOCK.matcher(read(page)).results().forEach(m -> all.merge(m.group(1), m.group(2), String::concat));
        return all;
    }

    static Map<String, String> fixture(Path folder) {
        try (var files = Files.walk(folder)) {
            var all = new TreeMap<String, String>();
            files.filter(Files::isRegularFile).forEach(f -> all.put(folder.relativize(f).toString().replace('\\', '/'), read(f)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the table classes of a database that has the tutorial's migration, and compiles the tutorial's Java with them. */
    static ClassLoader compiled(Map<String, String> files, String url, String user, String password) throws Exception {
        delete(OUT);
        var sources = OUT.resolve("sources");
        tables(sources, url, user, password);
        for (var file : files.entrySet()) {
            if (!file.getKey().endsWith(".java")) continue;
            var path = sources.resolve(file.getKey().replaceFirst("^app/src/(main|test)/java/", ""));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new Beside(compile(sources, OUT.resolve("classes")), Tutorial.class.getClassLoader());
    }

    private static void tables(Path sources, String url, String user, String password) throws Exception {
        GenerationTool.generate(new Configuration().withLogging(Logging.ERROR)
                .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url).withUser(user).withPassword(password))
                .withGenerator(new Generator()
                        .withDatabase(new Database().withName("org.jooq.meta.postgres.PostgresDatabase").withInputSchema(SCHEMA).withIncludes(".*").withExcludes(".*\\.migration")
                                .withIncludeRoutines(false).withForcedTypes(new ForcedType().withName("INSTANT").withIncludeTypes("(?i:timestamptz|timestamp.*with.*time.*zone)")))
                        .withGenerate(new Generate().withRecords(true).withPojos(false).withFluentSetters(false).withJavaTimeTypes(true))
                        .withTarget(new Target().withPackageName("zongwu.db." + SCHEMA).withDirectory(sources.toString()))));
    }

    private static Path compile(Path sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null); var walk = Files.walk(sources)) {
            var units = files.getJavaFileObjectsFromPaths(walk.filter(f -> f.toString().endsWith(".java")).toList());
            var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            var options = List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath);
            if (!compiler.getTask(said, files, null, options, null, units).call()) throw new AssertionError("The tutorial does not compile:\n" + said);
        }
        return classes;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** The tutorial's classes, and the tables made with it, before the product's own of the same name. */
    private static final class Beside extends URLClassLoader {
        private final List<String> own = new ArrayList<>(List.of("zongwu.db." + SCHEMA + ".", "org.zongwu.assets.key.", "org.zongwu.assets.sample.Key"));

        Beside(Path classes, ClassLoader parent) throws MalformedURLException {
            super(new URL[] {classes.toUri().toURL()}, parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (own.stream().noneMatch(name::startsWith)) return super.loadClass(name, resolve);
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
