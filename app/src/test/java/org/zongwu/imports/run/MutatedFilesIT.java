package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.zongwu.Office;
import org.zongwu.engine.Home;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/**
 * Ledgers of an office, mutated, through the real way in. {@code -Dzongwu.mutants=10000} takes as many, {@code -Dzongwu.seed=7}
 * others; a failure names the seed and the number of the mutant, which make it again.
 */
@Office
class MutatedFilesIT {
    private static final int MUTANTS = Integer.getInteger("zongwu.mutants", 200);
    private static final long SEED = Long.getLong("zongwu.seed", 1);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long MOST_MEMORY = 60L * 1024 * 1024;

    @TempDir
    Path folder;

    @Autowired
    MockMvc web;
    @Autowired
    Schools schools;
    @Autowired
    Tenancy tenancy;
    @Autowired
    SetUp setUp;
    @Autowired
    Home home;
    @Autowired
    DSLContext db;

    private Opened school;
    private Actor director;

    @BeforeEach
    void aSchool() {
        school = Opened.school(schools, tenancy, setUp);
        director = school.actor(Duty.GA_DIRECTOR);
    }

    @Test
    void no_mutant_breaks_hangs_hoards_or_changes_anything_unasked() throws Exception {
        var mutants = new Mutants(folder, new Random(SEED));
        var before = records();
        var answers = new int[600];
        var slowest = Duration.ZERO;
        var memory = 0L;
        for (var i = 0; i < MUTANTS; i++) {
            var mutant = mutants.next();
            var start = System.nanoTime();
            var answer = upload(mutant);
            var page = answer.getStatus() == 303 ? looked(answer.getRedirectedUrl()) : answer.getStatus();
            var took = Duration.ofNanos(System.nanoTime() - start);
            if (took.compareTo(slowest) > 0) slowest = took;
            answers[answer.getStatus()]++;
            assertThat(answer.getStatus()).as("mutant %d of seed %d: %s", i, SEED, mutant.what()).isIn(303, 413, 422);
            assertThat(page).as("the page of mutant %d of seed %d: %s", i, SEED, mutant.what()).isLessThan(500);
            assertThat(took).as("mutant %d of seed %d: %s", i, SEED, mutant.what()).isLessThan(LONGEST);
            if (i == 50) memory = used();
        }
        assertThat(records()).as("a file that is only tried, or refused, changes no record").isEqualTo(before);
        assertThat(home.files().resolve("incoming")).isEmptyDirectory();
        if (MUTANTS > 50) assertThat(used() - memory).as("memory that stays").isLessThan(MOST_MEMORY);
        System.out.printf("%d mutants of seed %d: %d tried, %d refused; slowest %d ms%n", MUTANTS, SEED, answers[303], answers[422] + answers[413], slowest.toMillis());
    }

    /** What a person does next: looks at the trial, and at his file with its errors. */
    private int looked(String path) throws Exception {
        var page = send(path).getStatus();
        return Math.max(page, path.startsWith("/imports/runs/") ? send(path + "/corrected").getStatus() : page);
    }

    private List<Integer> records() {
        var counts = new ArrayList<Integer>();
        for (var table : List.of("school.employee", "school.department", "school.building", "school.room", "school.student", "school.school_class", "parties.party", "stores.item", "imports.source_row")) {
            counts.add(school.<Integer>read(() -> db.fetchSingle("select count(*) from " + table + " where school_id = {0}", school.id()).get(0, Integer.class)));
        }
        return counts;
    }

    private static long used() throws InterruptedException {
        for (var i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private MockHttpServletResponse upload(Mutants.Mutant mutant) throws Exception {
        return web.perform(multipart("/imports").file(new MockMultipartFile("file", mutant.name(), null, mutant.bytes())).with(authentication(token())).with(csrf())).andReturn().getResponse();
    }

    private MockHttpServletResponse send(String path) throws Exception {
        return web.perform(get(path).with(authentication(token()))).andReturn().getResponse();
    }

    private TestingAuthenticationToken token() {
        return new TestingAuthenticationToken(director, null, List.of());
    }
}
