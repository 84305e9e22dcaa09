package org.zongwu;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.zongwu.engine.server.TestServer;

/** Points a test context to a fresh clone in the test JVM's server, by the settings that an own server is given with. */
class OfficeDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestServer.newDatabase("office");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("office", Map.of(
                "zongwu.db.url", database.url(),
                "zongwu.db.user", database.adminUser(),
                "zongwu.db.password", database.adminPassword(),
                "zongwu.db.pool", "8",
                "zongwu.data", Path.of("target/test-home/office", database.name()).toString())));
    }
}
