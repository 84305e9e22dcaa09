package org.zongwu.files.store;

import static zongwu.db.files.Tables.ATTACHMENT;
import static zongwu.db.files.Tables.ORIGINAL;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Home;
import org.zongwu.engine.Tenancy;
import org.zongwu.files.Attachment;
import org.zongwu.files.FileKind;
import org.zongwu.files.Limits;
import org.zongwu.files.Original;
import org.zongwu.files.Originals;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Ids;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.trail.Images;
import org.zongwu.trail.Trail;

/** The bytes go to disk first and the row after them: a row never points to nothing, whatever fails between. */
@Component
class OriginalStore implements Originals {
    private final Shelf shelf;
    private final DSLContext db;
    private final Tenancy tenancy;
    private final Trail trail;
    private final Clock clock;

    OriginalStore(Home home, DSLContext db, Tenancy tenancy, Trail trail, Clock clock) {
        this.shelf = new Shelf(home.files());
        this.db = db;
        this.tenancy = tenancy;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Original store(Actor actor, InputStream content, String name, Limits limits, Inspection inspection) {
        try {
            var waiting = shelf.receive(content, limits.bytes());
            try {
                if (waiting.size() == 0) throw RuleBroken.at("file", "R-FILE-2", "rule.files.empty");
                var kind = ContentSniffer.kind(waiting.file()).filter(limits.kinds()::contains)
                        .orElseThrow(() -> RuleBroken.at("file", "R-FILE-2", "rule.files.kind", FileName.clean(name)));
                inspection.look(waiting.file(), kind);
                shelf.shelve(waiting);
                return tenancy.write(actor.schoolId(), () -> written(actor, new Original(waiting.sha256(), waiting.size(), kind)));
            } finally {
                shelf.drop(waiting);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Original written(Actor actor, Original original) {
        db.insertInto(ORIGINAL)
                .columns(ORIGINAL.SCHOOL_ID, ORIGINAL.SHA256, ORIGINAL.SIZE, ORIGINAL.MEDIA_TYPE, ORIGINAL.STORED_AT)
                .values(actor.schoolId(), original.sha256(), original.size(), original.kind().mediaType(), clock.instant())
                .onConflictDoNothing().execute();
        return original;
    }

    @Override
    public Optional<Original> find(String sha256) {
        return db.selectFrom(ORIGINAL).where(ORIGINAL.SCHOOL_ID.eq(tenancy.current()), ORIGINAL.SHA256.eq(sha256))
                .fetchOptional(OriginalStore::original);
    }

    @Override
    public Path path(String sha256) {
        return find(sha256).map(o -> shelf.place(o.sha256()))
                .orElseThrow(() -> new IllegalArgumentException("no original " + sha256));
    }

    @Override
    public ResponseEntity<Resource> download(Original original, String name) {
        var disposition = ContentDisposition.attachment().filename(FileName.clean(name), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(original.kind().mediaType()))
                .contentLength(original.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new FileSystemResource(path(original.sha256())));
    }

    @Override
    public Attachment attach(Actor actor, WorkRef document, Original original, String name) {
        var attachment = new Attachment(Ids.next(), original, FileName.clean(name), actor.employeeId(), clock.instant());
        db.insertInto(ATTACHMENT)
                .columns(ATTACHMENT.SCHOOL_ID, ATTACHMENT.ID, ATTACHMENT.OBJECT_TYPE, ATTACHMENT.OBJECT_ID, ATTACHMENT.SHA256,
                        ATTACHMENT.NAME, ATTACHMENT.ADDED_BY, ATTACHMENT.ADDED_AT)
                .values(tenancy.current(), attachment.id(), document.type(), document.id(), original.sha256(),
                        attachment.name(), actor.employeeId(), clock.instant())
                .execute();
        trail.write(actor, "attached", document, null,
                Images.of(ATTACHMENT, ATTACHMENT.SCHOOL_ID.eq(tenancy.current()).and(ATTACHMENT.ID.eq(attachment.id()))));
        return attachment;
    }

    @Override
    public List<Attachment> list(WorkRef document) {
        return db.select().from(ATTACHMENT).join(ORIGINAL)
                .on(ORIGINAL.SCHOOL_ID.eq(ATTACHMENT.SCHOOL_ID), ORIGINAL.SHA256.eq(ATTACHMENT.SHA256))
                .where(ATTACHMENT.SCHOOL_ID.eq(tenancy.current()), ATTACHMENT.OBJECT_TYPE.eq(document.type()),
                        ATTACHMENT.OBJECT_ID.eq(document.id()))
                .orderBy(ATTACHMENT.ADDED_AT, ATTACHMENT.ID).fetch(OriginalStore::attachment);
    }

    Optional<Attachment> attachment(UUID id) {
        return db.select().from(ATTACHMENT).join(ORIGINAL)
                .on(ORIGINAL.SCHOOL_ID.eq(ATTACHMENT.SCHOOL_ID), ORIGINAL.SHA256.eq(ATTACHMENT.SHA256))
                .where(ATTACHMENT.SCHOOL_ID.eq(tenancy.current()), ATTACHMENT.ID.eq(id)).fetchOptional(OriginalStore::attachment);
    }

    private static Attachment attachment(Record r) {
        return new Attachment(r.get(ATTACHMENT.ID), original(r), r.get(ATTACHMENT.NAME), r.get(ATTACHMENT.ADDED_BY),
                r.get(ATTACHMENT.ADDED_AT));
    }

    private static Original original(Record r) {
        var mediaType = r.get(ORIGINAL.MEDIA_TYPE);
        for (var kind : FileKind.values()) {
            if (kind.mediaType().equals(mediaType)) return new Original(r.get(ORIGINAL.SHA256), r.get(ORIGINAL.SIZE), kind);
        }
        throw new IllegalStateException("unknown media type " + mediaType);
    }
}
