package org.zongwu.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.zongwu.engine.CannotStart;
import org.zongwu.engine.Schools;

/** The product without its web, for a command that does its work and ends. Also beside an instance that is serving. */
final class BackOffice implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private BackOffice(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static BackOffice open(Class<?> application, Path data, Arguments arguments) {
        if (!Files.exists(data) && arguments.value("db").isEmpty()) {
            throw new CannotStart("数据文件夹 " + data + " 不存在。请用 --data 指明，或先运行 ./zongwu run 或 ./zongwu demo。",
                    "There is no data folder " + data + ". Name it with --data, or start ./zongwu run or ./zongwu demo first.");
        }
        var settings = Settings.of(data)
                .set("server.port", "-1") // a web context without a web: controllers are there, nobody can call them
                .set("spring.main.lazy-initialization", "true")
                .set("zongwu.base-url", arguments.value("base").or(() -> LiveServer.web(data)).orElse("http://127.0.0.1:8080"))
                .set("zongwu.db.pool", "4")
                .set("zongwu.db.statement-seconds", "600");
        arguments.value("db").ifPresent(url -> settings.set("zongwu.db.url", url));
        var spring = new SpringApplication(application);
        // Whoever serves seals and runs the jobs; two of them would only be in each other's way
        if (LiveServer.at(data)) spring.addInitializers(context -> context.getBeanFactory().registerSingleton("lifecycleProcessor", new NothingInTheBackground()));
        return new BackOffice(spring.run(settings.asArguments()));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> List<T> beans(Class<T> type) {
        return context.getBeanProvider(type).orderedStream().toList();
    }

    /** The schools that a command works on: the one named, or all. */
    List<Schools.School> schools(Arguments arguments) {
        var schools = bean(Schools.class);
        var code = arguments.value("school");
        if (code.isEmpty()) return schools.all();
        return List.of(schools.findByCode(code.get()).orElseThrow(() -> new Misused("没有代码为 " + code.get() + " 的学校", "there is no school with the code " + code.get())));
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class NothingInTheBackground implements LifecycleProcessor {
        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}
