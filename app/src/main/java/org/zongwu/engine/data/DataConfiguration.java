package org.zongwu.engine.data;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** jOOQ over the application's pool, inside Spring's transactions. The pool itself comes from {@code engine.server}. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class DataConfiguration {
    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactionManager(dataSource);
    }

    @Bean
    DSLContext dslContext(DataSource dataSource, GatheredWrites writes) {
        var settings = new Settings().withRenderSchema(true).withExecuteLogging(false);
        var db = DSL.using(new TransactionAwareDataSourceProxy(dataSource), SQLDialect.POSTGRES, settings);
        db.configuration().set(new DefaultExecuteListenerProvider(writes));
        return db;
    }
}
