package org.zongwu;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole office behind a real web port: what {@code ./zongwu bench} measures. Otherwise as {@link Office}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Zongwu.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "zongwu.db.pool=20")
@ContextConfiguration(initializers = OfficeDatabase.class)
@Import(OfficeConfiguration.class)
public @interface ServedOffice {}
