package org.zongwu.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Starts without a database, opens one page and ends: the run from which the JVM makes its start-up cache. */
final class TrainCommand implements Command {
    private final Class<?> application;

    TrainCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Map<String, Boolean> options() {
        return Map.of("data", true);
    }

    @Override
    public int run(Arguments arguments) {
        var settings = Settings.of(arguments.path("data").orElse(Path.of("").toAbsolutePath())).set("zongwu.training", "true").set("server.port", "0");
        try (var context = new SpringApplication(application).run(settings.asArguments())) {
            if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) visit(web.getWebServer().getPort());
        }
        return OK;
    }

    private static void visit(int port) {
        try (var client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login")).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            System.err.println("no page: " + e.getMessage()); // the cache is smaller then, and still good
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
