package org.zongwu;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in the whole office: all beans, a mock web, a real PostgreSQL. One context is shared by all such tests of a
 * JVM, so each opens a school of its own with {@code Schools.open(...)} and looks at nothing else. The clock stands at
 * 2026-11-23 09:00 in Shanghai and is moved with {@link TestClock}. Answers are not printed: the printer keeps every
 * line of every answer until the test ends, which ten thousand answers turn into all the memory there is.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Zongwu.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = OfficeDatabase.class)
@Import(OfficeConfiguration.class)
public @interface Office {}
