package org.zongwu.engine.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the server's programs, in a fixed locale and with nothing of the caller's PostgreSQL settings. */
record Programs(Path binaries, Account account) {
    Result run(String program, String... arguments) {
        var file = binaries.resolve("bin").resolve(Binaries.onWindows() ? program + ".exe" : program);
        return tryRun(join(account.prefix(), List.of(file.toString()), List.of(arguments)));
    }

    /** Runs to the end and says what was printed; a program that cannot be started has failed. */
    static Result tryRun(List<String> command) {
        Path output = null;
        try {
            // To a file and not a pipe: a server that stays behind would hold the pipe open
            output = Files.createTempFile("zongwu-", ".out");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
            builder.environment().put("LC_ALL", Binaries.locale());
            var process = builder.start();
            process.getOutputStream().close();
            var exit = process.waitFor();
            return new Result(exit, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        } finally {
            deleteQuietly(output);
        }
    }

    @SafeVarargs
    static List<String> join(List<String>... parts) {
        var all = new ArrayList<String>();
        for (var part : parts) all.addAll(part);
        return all;
    }

    private static void deleteQuietly(@Nullable Path file) {
        if (file == null) return;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit(); // Windows keeps it while the server that was just started holds it open
        }
    }

    record Result(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }
    }
}
