package org.zongwu.termreport.letterhead;

import static zongwu.db.termreport.Tables.LETTERHEAD;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.FileKind;
import org.zongwu.files.Limits;
import org.zongwu.files.Original;
import org.zongwu.files.Originals;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.termreport.docx.Letter;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** Which Word file a school writes its reports into. Within a transaction of the school. */
@Component
public class Letterheads {
    private static final Limits WORD = new Limits(5 * 1024 * 1024, Set.of(FileKind.DOCX));

    private final Originals originals;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Trail trail;
    private final Clock clock;

    Letterheads(Originals originals, DSLContext db, Tenancy tenancy, Trail trail, Clock clock) {
        this.originals = originals;
        this.db = db;
        this.tenancy = tenancy;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param file null for the product's own paper */
    record Chosen(@Nullable String file, String by, Instant at) {}

    Optional<Chosen> current() {
        return db.selectFrom(LETTERHEAD).where(LETTERHEAD.SCHOOL_ID.eq(tenancy.current())).orderBy(LETTERHEAD.SET_AT.desc(), LETTERHEAD.ID.desc()).limit(1)
                .fetchOptional(r -> new Chosen(r.getName(), r.getSetByName(), r.getSetAt()));
    }

    /** Where the file stands; none for the product's own paper. */
    public Optional<Path> path() {
        return db.select(LETTERHEAD.ORIGINAL).from(LETTERHEAD).where(LETTERHEAD.SCHOOL_ID.eq(tenancy.current())).orderBy(LETTERHEAD.SET_AT.desc(), LETTERHEAD.ID.desc()).limit(1)
                .fetchOptional(LETTERHEAD.ORIGINAL).map(originals::path);
    }

    /** @throws RuleBroken {@code R-SUM-12} when it cannot be written into, or would load something from elsewhere */
    void set(Actor actor, InputStream content, String name) {
        keep(actor, originals.store(actor, content, name, WORD, (file, kind) -> look(file)), name);
    }

    /** From now on the product's own paper again. */
    void unset(Actor actor) {
        keep(actor, null, null);
    }

    private void keep(Actor actor, @Nullable Original original, @Nullable String name) {
        var id = Ids.next();
        db.insertInto(LETTERHEAD).set(LETTERHEAD.SCHOOL_ID, tenancy.current()).set(LETTERHEAD.ID, id).set(LETTERHEAD.ORIGINAL, original == null ? null : original.sha256())
                .set(LETTERHEAD.NAME, name).set(LETTERHEAD.SET_BY, actor.employeeId()).set(LETTERHEAD.SET_BY_NAME, actor.name()).set(LETTERHEAD.SET_AT, clock.instant()).execute();
        trail.write(actor, "letterhead-set", new WorkRef("termreport.letterhead", id, name == null ? "" : name), null,
                Images.of(LETTERHEAD, LETTERHEAD.SCHOOL_ID.eq(tenancy.current()).and(LETTERHEAD.ID.eq(id))));
    }

    private static void look(Path file) {
        try (var in = Files.newInputStream(file); var document = new XWPFDocument(in)) {
            if (Letter.place(document).isEmpty()) throw RuleBroken.at("file", "R-SUM-12", "rule.termreport.letterhead.no-place", Letter.BODY);
            for (var part : document.getPackage().getParts()) {
                if (part.isRelationshipPart()) continue;
                for (PackageRelationship r : part.getRelationships()) {
                    if (r.getTargetMode() == TargetMode.EXTERNAL && !r.getRelationshipType().endsWith("/hyperlink")) throw RuleBroken.at("file", "R-SUM-12", "rule.termreport.letterhead.external");
                }
            }
        } catch (IOException | OpenXML4JException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw RuleBroken.at("file", "R-SUM-12", "rule.termreport.letterhead.unreadable");
        }
    }
}
