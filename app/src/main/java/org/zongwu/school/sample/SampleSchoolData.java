package org.zongwu.school.sample;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.SampleData;
import org.zongwu.school.Term;
import org.zongwu.school.Terms;
import org.zongwu.school.sample.SampleStudents.SchoolClass;

/** Fills the example school with its places, people, classes and students, and what moved among them in the term. */
@Component
class SampleSchoolData implements SampleData {
    private final SampleStaff staff;
    private final SampleStudents students;
    private final SamplePlaces places;
    private final Terms terms;
    private final Tenancy tenancy;

    SampleSchoolData(SampleStaff staff, SampleStudents students, SamplePlaces places, Terms terms, Tenancy tenancy) {
        this.staff = staff;
        this.students = students;
        this.places = places;
        this.terms = terms;
        this.tenancy = tenancy;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void create(SampleSchool school) {
        school.progress("sample.school");
        var random = school.random();
        var names = new Names(random);
        var term = school.term();
        tenancy.write(school.schoolId(), () -> {
            var made = staff.create(random, names, term.from());
            var year = term.from().getYear();
            terms.open(made.director(), new Term(Ids.next(), (year - 1) + "-" + year + "-2", LocalDate.of(year, 2, 16), LocalDate.of(year, 3, 2), LocalDate.of(year, 7, 10)));
            terms.open(made.director(), new Term(Ids.next(), year + "-" + (year + 1) + "-1", term.from(), LocalDate.of(year, 9, 1), term.to()));
            // what is left of this term is due when the next one opens
            terms.open(made.director(), new Term(Ids.next(), year + "-" + (year + 1) + "-2", LocalDate.of(year + 1, 2, 15), LocalDate.of(year + 1, 3, 1), LocalDate.of(year + 1, 7, 9)));
            var heads = made.teachers().stream().filter(p -> p.joinedOn() != null && p.joinedOn().isBefore(term.from())).limit(3L * SampleStudents.PER_YEAR).map(SampleStaff.Person::id).toList();
            var classes = students.openClasses(made.director(), year, heads);
            places.create(made.director(), random, classes.stream().map(SchoolClass::title).toList());
            students.enrol(made.director(), random, names, classes, term.from());
            staff.grantDuties(made, heads);
        });
    }
}
