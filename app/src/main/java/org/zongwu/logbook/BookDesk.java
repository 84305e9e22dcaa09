package org.zongwu.logbook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.Originals;
import org.zongwu.kernel.Journal;
import org.zongwu.parties.Parties;
import org.zongwu.school.People;
import org.zongwu.school.Places;
import org.zongwu.trail.Trail;
import org.zongwu.web.Messages;
import org.zongwu.web.Prints;
import org.zongwu.web.Provenances;
import org.zongwu.web.Registers;
import org.zongwu.web.Submissions;

/** What the screens of every book work with, so that each takes one thing and not a dozen. */
@Component
record BookDesk(BookKeeper keeper, BookRepository records, Registers registers, Submissions submissions, Prints prints, Messages messages, Tenancy tenancy,
        DSLContext db, Originals originals, Trail trail, Journal journal, Provenances provenances, People people, Places places, Parties parties,
        Clock clock) {
    LocalDate today() {
        return LocalDate.now(clock);
    }

    Links.Directories directories() {
        return new Links.Directories(people, places, parties);
    }

    BookForm form(Logbook book, List<Blank> blanks) {
        return new BookForm(book, blanks, directories(), this::parent, messages);
    }

    BookPages pages(Logbook book, BookRegister register) {
        return new BookPages(book, form(book, book.blanks), register, records, trail, journal, provenances, messages);
    }

    private Optional<Links.Meant> parent(Blank blank, String typed) {
        var book = blank.parent.get();
        var id = records.all(book, book.no()).get(typed);
        var byName = records.all(book, blank.parentKey);
        if (id == null) return byName.entrySet().stream().filter(e -> Words.number(e.getKey().toString()).equals(Words.number(typed))).findFirst()
                .map(e -> new Links.Meant(e.getValue(), e.getKey().toString()));
        return Optional.of(new Links.Meant(id, records.find(book, id, null).orElseThrow().get(blank.parentKey).toString()));
    }
}
