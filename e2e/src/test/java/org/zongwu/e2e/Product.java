package org.zongwu.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as a person starts it: {@code ./zongwu} with a data folder and a port of its own. */
final class Product implements AutoCloseable {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static Product demo;

    final String base;
    final Path data;
    final Path log;
    private final Process process;

    private Product(String base, Path data, Path log, Process process) {
        this.base = base;
        this.data = data;
        this.log = log;
        this.process = process;
    }

    /** The example school, started once for all journeys. */
    static synchronized Product demo() {
        if (demo == null) {
            demo = start("demo", List.of());
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
        }
        return demo;
    }

    /** @param command {@code demo} or {@code run} */
    static Product start(String command, List<String> more) {
        try {
            var folder = Files.createDirectories(ROOT.resolve("e2e/target/" + command + "-" + Instant.now().toEpochMilli()));
            return start(command, folder.resolve("data"), freePort(), more);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Product start(String command, Path data, int port, List<String> more) throws IOException {
        var log = data.resolveSibling("console.log");
        var line = new ArrayList<>(List.of(ROOT.resolve("zongwu").toString(), command, "--port", Integer.toString(port), "--data", data.toString()));
        line.addAll(more);
        var process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        var product = new Product("http://localhost:" + port, data, log, process);
        product.awaitReady();
        return product;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        var end = Instant.now().plus(Duration.ofMinutes(10));
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) throw new IllegalStateException("the product ended:\n" + console());
            try (var http = HttpClient.newHttpClient()) {
                var answer = http.send(HttpRequest.newBuilder(URI.create(base + "/login")).timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) return;
            } catch (IOException e) {
                // not listening yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            pause();
        }
        throw new IllegalStateException("not ready in time:\n" + console());
    }

    String console() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    Process process() {
        return process;
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
