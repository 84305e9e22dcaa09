package org.zongwu.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zongwu.engine.Schools.School;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Control;
import tools.jackson.databind.json.JsonMapper;

/** Asks every rule that must hold whether it holds, over all records of every school. Writes nothing. */
final class VerifyCommand implements Command {
    private final Class<?> application;

    VerifyCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Map<String, Boolean> options() {
        return Map.of("json", false, "school", true, "data", true, "db", true);
    }

    @Override
    public int run(Arguments arguments) {
        try (var office = BackOffice.open(application, Folders.existing(arguments), arguments)) {
            var verdict = verdict(office.schools(arguments), office.beans(Control.class), office.bean(Tenancy.class));
            if (arguments.has("json")) System.out.println(JsonMapper.builder().build().writeValueAsString(verdict));
            else print(verdict);
            return verdict.ok() ? OK : FAILED;
        }
    }

    static Verdict verdict(List<School> schools, List<Control> controls, Tenancy tenancy) {
        var checks = new ArrayList<Check>();
        for (var school : schools) for (var control : controls) checks.add(check(school, control, tenancy));
        return new Verdict(checks.stream().allMatch(Check::ok), checks);
    }

    /** A control that breaks has not held: it is reported like one that found something, and the others are still asked. */
    private static Check check(School school, Control control, Tenancy tenancy) {
        try {
            var result = tenancy.read(school.id(), control::check);
            return new Check(school.code(), control.id(), result.ok(), result.rows(), String.join("; ", result.findings()));
        } catch (RuntimeException e) {
            return new Check(school.code(), control.id(), false, 0, "not checked: " + e);
        }
    }

    private static void print(Verdict verdict) {
        for (var check : verdict.checks()) {
            System.out.printf("%s %s %s %d%s%n", check.ok() ? "✓" : "✗", check.school(), check.id(), check.rows(), check.ok() ? "" : " " + check.detail());
        }
        var wrong = verdict.checks().stream().filter(c -> !c.ok()).count();
        System.out.println(verdict.ok() ? "全部 " + verdict.checks().size() + " 项核对通过 / all " + verdict.checks().size() + " checks passed"
                : verdict.checks().size() + " 项核对中 " + wrong + " 项不通过 / " + wrong + " of " + verdict.checks().size() + " checks failed");
    }

    record Verdict(boolean ok, List<Check> checks) {}

    record Check(String school, String id, boolean ok, long rows, String detail) {}
}
