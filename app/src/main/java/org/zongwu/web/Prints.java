package org.zongwu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Journal;
import org.zongwu.kernel.WorkRef;

/** Prints documents: the first request counts the print, the second draws it. A GET never counts. */
@Component
public class Prints {
    private final Journal journal;
    private final Printer printer;
    private final Schools schools;
    private final Tenancy tenancy;
    private final Clock clock;

    Prints(Journal journal, Printer printer, Schools schools, Tenancy tenancy, Clock clock) {
        this.journal = journal;
        this.printer = printer;
        this.schools = schools;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Writes down one more print and leads to its PDF at {@code path/NTH}. */
    public RedirectView count(Actor actor, WorkRef document, String path) {
        var print = tenancy.write(actor.schoolId(), () -> journal.print(actor, document));
        var to = new RedirectView(path + "/" + print.nth(), true);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return to;
    }

    /** Draws the print that was counted; a number that was never counted is not found. */
    public ResponseEntity<byte[]> draw(HttpServletRequest request, Actor actor, WorkRef document, int nth, Paper paper, String path) {
        requireCounted(actor, document, nth);
        var school = schools.find(actor.schoolId()).orElseThrow().name();
        var url = request.getScheme() + "://" + request.getHeader("Host") + path;
        return printer.a5(school, paper, new Journal.Print(nth, actor.name(), clock.instant()), url);
    }

    /** The same for a document with a long list, on A4. */
    public ResponseEntity<byte[]> drawList(Actor actor, WorkRef document, int nth, Paper paper) {
        requireCounted(actor, document, nth);
        return printer.a4(schools.find(actor.schoolId()).orElseThrow().name(), paper, new Journal.Print(nth, actor.name(), clock.instant()));
    }

    private void requireCounted(Actor actor, WorkRef document, int nth) {
        var counted = tenancy.read(actor.schoolId(), () -> journal.prints(document.id()));
        if (nth < 1 || nth > counted) throw new NotFound();
    }
}
