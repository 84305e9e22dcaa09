package org.zongwu.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.zongwu.engine.CannotStart;

/** Shows the product with the example school, in a data folder of its own. */
final class DemoCommand implements Command {
    /** Only a folder with this file in it is ever emptied. */
    private static final String MARK = "example-school";
    /** Stands beside it when the example was made to its end. */
    private static final String COMPLETE = "example-school.complete";

    private final Class<?> application;

    DemoCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Map<String, Boolean> options() {
        return Map.of("port", true, "data", true, "fresh", false, "lan", false, "insecure-lan", false);
    }

    @Override
    public int run(Arguments arguments) {
        var data = Folders.demo(arguments);
        var serving = new Serving(application, data, arguments);
        if (arguments.has("fresh") || isHalfMade(data)) empty(data);
        mark(data);
        var context = serving.open((ready, base) -> make(ready.getBean(DemoOffice.class), base, data), (ready, base) -> ready.getBean(DemoOffice.class).welcome(System.out::println));
        AotTraining.later(application, context);
        return Serving.untilStopped();
    }

    private static void make(DemoOffice office, String base, Path data) {
        office.open(base, System.out::println);
        try {
            Files.writeString(data.resolve(COMPLETE), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first start was broken off: half an example would only mislead. */
    private static boolean isHalfMade(Path data) {
        return Files.exists(data.resolve(MARK)) && !Files.exists(data.resolve(COMPLETE)) && !LiveServer.at(data);
    }

    private static void mark(Path data) {
        try {
            if (Files.exists(data.resolve(MARK))) return;
            if (Files.exists(data.resolve("postgres"))) {
                throw new CannotStart("数据文件夹 " + data + " 里是真实数据，不能放示例学校。请另选一个文件夹。",
                        "The data folder " + data + " holds real data; the example school does not belong there. Choose another folder.");
            }
            Folders.make(data);
            Files.writeString(data.resolve(MARK), "示例学校的数据，demo --fresh 会清空本文件夹。\nData of the example school: demo --fresh empties this folder.\n");
        } catch (IOException e) {
            throw new CannotStart("无法写入数据文件夹 " + data + "：" + e.getMessage(), "Cannot write to the data folder " + data + ": " + e.getMessage(), e);
        }
    }

    private static void empty(Path data) {
        if (!Files.exists(data)) return;
        if (!Files.exists(data.resolve(MARK))) {
            throw new CannotStart("文件夹 " + data + " 不是示例学校的，不会清空。", "The folder " + data + " is not the example school's and is not emptied.");
        }
        if (LiveServer.at(data)) {
            throw new CannotStart("示例学校正在运行，请先停止它。", "The example school is running; stop it first.");
        }
        endServerLeftBehind(data.resolve("postgres").resolve("postmaster.pid"));
        try (var all = Files.walk(data)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A killed start leaves its database server running; nothing is deleted under its feet. */
    private static void endServerLeftBehind(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) return;
            var server = ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                    .filter(p -> p.info().command().filter(c -> c.contains("postgres")).isPresent());
            if (server.isEmpty()) return;
            server.get().destroy();
            server.get().onExit().orTimeout(30, TimeUnit.SECONDS).join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CompletionException e) {
            throw new CannotStart("示例学校的数据库还在运行，无法清空。请稍后再试。", "The example school's database is still running, so nothing was emptied. Try again in a moment.", e);
        }
    }
}
