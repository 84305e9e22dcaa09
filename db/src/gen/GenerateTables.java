import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;

/**
 * Makes the table classes from the migrations: a throw-away server, the migrations in the order of
 * {@code modules.txt}, one package a schema. A stamp over migrations and generator skips it when nothing changed.
 */
public class GenerateTables {
    public static void main(String[] args) throws Exception {
        var base = Path.of(args[0]);
        var out = Path.of(args[1]);
        var migrations = base.resolve("src/main/resources/db/migration");
        var modules = Files.readAllLines(base.resolve("modules.txt")).stream()
                .map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
        var stamp = stamp(base, migrations);
        var stampFile = out.resolve("stamp");
        if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) return;
        delete(out);
        Files.createDirectories(out);
        try (var server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8").start()) {
            try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                statement.execute(Files.readString(base.resolve("src/main/resources/db/roles.sql")));
            }
            var url = server.getJdbcUrl("postgres", "postgres");
            for (var module : modules) {
                Flyway.configure().dataSource(url, "postgres", "").schemas(module).defaultSchema(module)
                        .table("migration").locations("filesystem:" + migrations.resolve(module)).initSql("set role zw_owner").load().migrate();
            }
            GenerationTool.generate(load(configuration(url, out, modules)));
        }
        Files.writeString(stampFile, stamp);
    }

    private static Configuration load(String xml) throws IOException {
        return GenerationTool.load(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String configuration(String url, Path out, List<String> schemas) {
        var inputs = schemas.stream().map("<schema><inputSchema>%s</inputSchema></schema>"::formatted).collect(Collectors.joining());
        return """
            <configuration xmlns="http://www.jooq.org/xsd/jooq-codegen-3.21.0.xsd">
              <logging>WARN</logging>
              <jdbc><driver>org.postgresql.Driver</driver><url>%s</url><user>postgres</user></jdbc>
              <generator>
                <database>
                  <name>org.jooq.meta.postgres.PostgresDatabase</name>
                  <includes>.*</includes>
                  <excludes>.*\\.migration</excludes>
                  <includeRoutines>false</includeRoutines>
                  <schemata>%s</schemata>
                  <forcedTypes>
                    <forcedType><name>INSTANT</name><includeTypes>(?i:timestamptz|timestamp.*with.*time.*zone)</includeTypes></forcedType>
                  </forcedTypes>
                </database>
                <generate><records>true</records><pojos>false</pojos><fluentSetters>false</fluentSetters><javaTimeTypes>true</javaTimeTypes></generate>
                <target><packageName>zongwu.db</packageName><directory>%s</directory></target>
              </generator>
            </configuration>
            """.formatted(url, inputs, out);
    }

    private static String stamp(Path base, Path migrations) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.walk(migrations)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        digest.update(Files.readAllBytes(base.resolve("modules.txt")));
        digest.update(Files.readAllBytes(base.resolve("src/main/resources/db/roles.sql")));
        digest.update(Files.readAllBytes(base.resolve("src/gen/GenerateTables.java")));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void delete(Path dir) throws IOException {
        if (!Files.exists(dir)) return;
        try (var all = Files.walk(dir)) {
            for (var p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
        }
    }
}
