package org.zongwu.repairs;

import static org.assertj.core.api.Assertions.assertThat;
import static zongwu.db.repairs.Tables.TICKET;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.FileImports;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/** Service requests of another program: its own words, its own times, its own due dates. */
@Office
class RepairFileIT {
    @Autowired Schools schools;
    @Autowired Tenancy tenancy;
    @Autowired SetUp setUp;
    @Autowired FileImports imports;
    @Autowired DSLContext db;

    private Opened school;

    @BeforeEach
    void open() {
        school = Opened.school(schools, tenancy, setUp);
        school.write(() -> setUp.firstDuty(school.first(), Duty.GA_DIRECTOR));
    }

    @Test
    void requests_of_another_program_keep_their_own_due_times(@TempDir Path folder) throws IOException {
        var file = folder.resolve("requests.csv");
        Files.writeString(file, """
                ServiceRequestNum,SRType,CreatedDate,SRStatus,DueDate,CloseDate,Agency,Address
                18-001,Street Light Out,04/12/2018 11:11:26 AM,Closed,04/13/2018 11:11:26 AM,04/12/2018 12:45:47 PM,Transportation,3400 GARRISON BLVD
                18-002,Dirty Alley,04/16/2018 05:30:13 AM,Closed,04/20/2018 05:30:13 PM,04/20/2018 05:30:33 PM,Solid Waste,12 S STOCKTON ST
                18-003,Bulk,04/22/2018 12:07:39 AM,Open,07/21/2018 01:07:39 PM,,Solid Waste,
                18-003,Bulk,04/22/2018 12:07:39 AM,Open,07/21/2018 01:07:39 PM,,Solid Waste,
                """);
        var result = load(file);
        assertThat(List.of(result.taken(), result.duplicate(), result.problem())).containsExactly(3, 1, 0);
        assertThat(late()).as("by twenty seconds").isEqualTo(1);
        assertThat(unfinished()).isEqualTo(1);
    }

    /** {@code -Dzongwu.repairs.file=…}: any file of requests, to look at what it comes to. */
    @Test
    @EnabledIfSystemProperty(named = "zongwu.repairs.file", matches = ".+")
    void a_file_from_outside() {
        var begin = System.nanoTime();
        var result = load(Path.of(System.getProperty("zongwu.repairs.file")));
        System.out.println("FILE " + result.rows() + " rows, " + result.taken() + " taken, " + result.duplicate() + " duplicate, " + result.problem() + " problems; late " + late() + ", open " + unfinished() + "; "
                + (System.nanoTime() - begin) / 1_000_000 + " ms");
        result.words().stream().limit(10).forEach(System.out::println);
    }

    private FileImports.Result load(Path file) {
        var results = new ArrayList<FileImports.Result>();
        imports.load(school.id(), List.of(file), "", false, results::add);
        return results.getFirst();
    }

    private int late() {
        return school.<Integer>read(() -> db.fetchCount(TICKET, TICKET.SCHOOL_ID.eq(school.id()), TICKET.DONE_AT.gt(TICKET.FINISH_BY)));
    }

    private int unfinished() {
        return school.<Integer>read(() -> db.fetchCount(TICKET, TICKET.SCHOOL_ID.eq(school.id()), TICKET.DONE_DAY.isNull()));
    }
}
