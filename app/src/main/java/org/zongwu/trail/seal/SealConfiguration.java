package org.zongwu.trail.seal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zongwu.engine.Databases;
import org.zongwu.engine.Home;

@Configuration(proxyBeanMethods = false)
class SealConfiguration {
    @Bean
    Anchors anchors(Home home) {
        return new Anchors(home.anchors().resolve("heads.log"));
    }

    @Bean
    Sealer sealer(Databases databases, Anchors anchors, Clock clock) {
        return new Sealer(new Sealing(databases.sealer(), anchors, clock));
    }
}
