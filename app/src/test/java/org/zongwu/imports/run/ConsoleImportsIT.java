package org.zongwu.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.zongwu.Office;
import org.zongwu.engine.FileImports;
import org.zongwu.engine.FileImports.Result;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Duty;
import org.zongwu.school.Opened;
import org.zongwu.school.SetUp;

/** A folder of an office's files, from the command line. */
@Office
class ConsoleImportsIT {
    @TempDir
    Path folder;

    @Autowired
    Schools schools;
    @Autowired
    Tenancy tenancy;
    @Autowired
    SetUp setUp;
    @Autowired
    FileImports imports;
    @Autowired
    DSLContext db;

    private Opened school;

    @BeforeEach
    void aSchoolWithItsDirector() throws IOException {
        school = Opened.school(schools, tenancy, setUp);
        school.write(() -> setUp.firstDuty(school.first(), Duty.GA_DIRECTOR));
        write("b-场所.csv", "校舍场所\n楼栋,门牌号,名称,面积\n明德楼,101,值班室,一大间\n明德楼,101,值班室,\n明德楼,102,水房,20\n");
        write("a-学生.csv", "2026-2027学年学生名册\n班级,学号,姓名\n七（1）班,20260102,马明\n七（1）班,20260102,周一\n");
        write("c-名册.csv", "教职工名册\n部门,工号,姓名\n后勤组,T101,孟明\n");
        write("d-别的.csv", "甲,乙,丙\n1,2,3\n");
    }

    @Test
    void each_file_is_named_with_what_it_is_and_every_row_that_a_person_must_see() {
        var results = load(false);
        assertThat(results).extracting(Result::file).containsExactly("d-别的.csv", "c-名册.csv", "b-场所.csv", "a-学生.csv");
        assertThat(results).extracting(Result::needsSomebody).containsExactly(true, false, false, true);
        assertThat(results.getFirst().refusal()).isNotBlank();
        var rooms = results.get(2);
        assertThat(List.of(rooms.rows(), rooms.taken(), rooms.duplicate(), rooms.warning(), rooms.problem())).containsExactly(3, 2, 1, 1, 0);
        assertThat(rooms.findings()).extracting(f -> f.verdict() + " " + f.column() + f.row() + " " + f.code()).containsExactly("warning D3 import.rooms.no-area", "duplicate B4 import.rooms.twice");
        assertThat(results.getLast().words()).anyMatch(w -> w.contains("20260102"));
        assertThat(count("school.room")).isEqualTo(2);
    }

    @Test
    void a_dry_run_counts_the_same_and_keeps_nothing() {
        var rooms = count("school.room");
        var tried = load(true);
        assertThat(count("school.room")).isEqualTo(rooms);
        var taken = load(false);
        for (var t : taken) assertThat(tried).filteredOn(x -> x.file().equals(t.file())).first().extracting(Result::rows, Result::taken, Result::problem).containsExactly(t.rows(), t.taken(), t.problem());
        assertThat(load(false)).filteredOn(r -> r.refusal() == null).allSatisfy(r -> assertThat(r.taken()).as("%s again", r.file()).isZero());
    }

    private List<Result> load(boolean dry) {
        try (var files = Files.list(folder)) {
            var results = new ArrayList<Result>();
            imports.load(school.id(), files.sorted().toList(), "", dry, results::add);
            return results;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int count(String table) {
        return school.read(() -> db.fetchSingle("select count(*) from " + table + " where school_id = {0}", school.id()).get(0, Integer.class));
    }

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(Charset.forName("GB18030")));
    }
}
