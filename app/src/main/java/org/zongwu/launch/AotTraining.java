package org.zongwu.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Makes the JVM's start-up cache in the background of the first start, so that later starts take half the time and the
 * first one no longer than it must. Everything here may fail; then starts stay as they are.
 */
final class AotTraining {
    private static final Logger LOG = LoggerFactory.getLogger(AotTraining.class);
    private static final Duration REST = Duration.ofSeconds(45); // the first pages are somebody's first impression

    private AotTraining() {}

    /** The launcher names the file with {@code -Dzongwu.aot} when there is none yet. */
    static void later(Class<?> application, ConfigurableApplicationContext context) {
        var file = System.getProperty("zongwu.aot", "");
        if (file.isEmpty() || Files.exists(Path.of(file))) return;
        var thread = Thread.ofVirtual().name("start-up cache").start(() -> train(application, Path.of(file), context));
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) thread.interrupt();
        });
    }

    private static void train(Class<?> application, Path file, ConfigurableApplicationContext context) {
        var fresh = file.resolveSibling(file.getFileName() + ".new-" + ProcessHandle.current().pid());
        Process process = null;
        try {
            Thread.sleep(REST);
            var log = file.resolveSibling("aot.log").toFile();
            process = new ProcessBuilder(command(application, fresh)).redirectErrorStream(true).redirectOutput(log).start();
            process.waitFor();
            if (Files.exists(fresh)) Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("start-up cache: {}", Files.exists(file) ? "made" : "not made, see " + log);
        } catch (IOException e) {
            LOG.info("start-up cache not made: {}", e.getMessage());
        } catch (InterruptedException e) {
            if (process != null) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            fresh.toFile().delete();
            fresh.resolveSibling(fresh.getFileName() + ".config").toFile().delete();
            Thread.currentThread().interrupt();
        }
    }

    /** The same JVM, class path and flags as this process, or the cache would not fit. */
    private static List<String> command(Class<?> application, Path output) throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) command.addAll(List.of("/usr/bin/nice", "-n", "15"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (var argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!argument.startsWith("-XX:AOT") && !argument.startsWith("-Dzongwu.aot")) command.add(argument);
        }
        var scratch = Files.createTempDirectory("zongwu-train-");
        scratch.toFile().deleteOnExit();
        command.addAll(List.of("-XX:AOTCacheOutput=" + output, "-cp", System.getProperty("java.class.path"), application.getName(), "train", "--data", scratch.toString()));
        return command;
    }
}
