package org.zongwu.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.zongwu.launch.lan.LanEntry;

/** Starts the product with its web and serves until the process is ended. */
final class Serving {
    private final Class<?> application;
    private final Path data;
    private final Settings settings;
    private final WebAddress address;

    Serving(Class<?> application, Path data, Arguments arguments) {
        this.application = application;
        this.data = data;
        this.address = WebAddress.of(arguments);
        this.settings = Settings.of(data).set("zongwu.serves", "true");
        arguments.value("db").ifPresent(url -> settings.set("zongwu.db.url", url));
    }

    /**
     * @param lastWork done when everything is ready and before the first page; gets the base address
     * @param welcome  what else is said on the console when the first page can be opened; gets the base address
     */
    ConfigurableApplicationContext open(BiConsumer<ApplicationContext, String> lastWork, BiConsumer<ApplicationContext, String> welcome) {
        var begin = System.nanoTime();
        System.out.println("总务 Zongwu");
        System.out.println("数据 Data  " + data);
        Folders.make(data);
        var lan = address.secured() ? LanEntry.prepare(data.resolve("secrets")) : null;
        settings.set("server.address", address.bind()).set("server.port", Integer.toString(address.port())).set("zongwu.insecure-lan", Boolean.toString(address.insecureLan()));
        if (lan != null) lan.settings().forEach(settings::set);
        var starting = StartingPage.open(address.bind(), address.port(), lan == null ? null : lan.tls());
        try {
            System.out.println("正在启动数据库和程序… Starting…");
            var spring = new SpringApplication(application);
            spring.addInitializers(context -> context.getBeanFactory().registerSingleton("opening", new Opening(() -> lastWork.accept(context, address.base()), starting)));
            var context = spring.run(settings.asArguments());
            announce(context);
            welcome.accept(context, address.base());
            System.out.printf("就绪 Ready  %s  (%.1f s)%n", address.base() + "/", (System.nanoTime() - begin) / 1e9);
            if (lan != null) lan.notices(address.port()).forEach(System.out::println);
            System.out.println("停止 Stop   Ctrl-C");
            return context;
        } catch (RuntimeException e) {
            starting.close();
            throw e;
        }
    }

    /** Stays until a signal ends the process; Spring's own hook then closes everything in order. */
    static int untilStopped() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                return Command.OK;
            }
        }
    }

    /** So that another command knows the address; gone when this process ends in order. */
    private void announce(ConfigurableApplicationContext context) {
        var file = data.resolve("server.web");
        try {
            Files.writeString(file, address.base());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) file.toFile().delete();
        });
    }
}
