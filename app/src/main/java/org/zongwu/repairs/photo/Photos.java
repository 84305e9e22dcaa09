package org.zongwu.repairs.photo;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.zongwu.files.FileKind;
import org.zongwu.files.Limits;
import org.zongwu.files.Originals;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;
import org.zongwu.repairs.ticket.TicketService;
import org.zongwu.web.NotFound;

/** The photos of a report: taken in outside of any transaction, fastened within, shown to whoever may open the report. */
@Service
public class Photos {
    public static final int MOST = 4;
    private static final long LARGEST = 12L * 1024 * 1024;
    private static final Limits LIMITS = new Limits(LARGEST, Set.of(FileKind.JPEG, FileKind.PNG));

    private final Originals originals;

    Photos(Originals originals) {
        this.originals = originals;
    }

    /** A photo that belongs to a report, under the id by which it is asked for. */
    public record Photo(UUID id, Instant at) {}

    /**
     * What came with a form, made bare. Reads the request and no record, so that nobody waits for a slow phone.
     *
     * @throws RuleBroken {@code R-REP-14} for more than {@value #MOST}, for what is no photo, or one that is too large
     */
    public List<byte[]> read(HttpServletRequest request) {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        var all = new ArrayList<byte[]>();
        if (multipart == null) return all;
        for (var file : multipart.getFiles("photo")) {
            if (file.isEmpty()) continue;
            if (all.size() == MOST) throw RuleBroken.at("photo", "R-REP-14", "rule.repairs.photo.many", MOST);
            if (file.getSize() > LARGEST) throw RuleBroken.at("photo", "R-REP-14", "rule.repairs.photo.large", LARGEST / 1024 / 1024);
            try {
                all.add(PhotoData.bare(file.getBytes()).orElseThrow(() -> RuleBroken.at("photo", "R-REP-14", "rule.repairs.photo.none")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** Fastens them, within the caller's transaction. */
    public void keep(Actor actor, WorkRef ticket, List<byte[]> photos) {
        var n = list(ticket.id()).size();
        for (var photo : photos) {
            n++;
            var original = originals.store(actor, new ByteArrayInputStream(photo), ticket.no() + "-" + n, LIMITS);
            originals.attach(actor, ticket, original, ticket.no() + "-" + n + (original.kind() == FileKind.PNG ? ".png" : ".jpg"));
        }
    }

    public List<Photo> list(UUID ticket) {
        return originals.list(new WorkRef(TicketService.TYPE, ticket, "")).stream().map(a -> new Photo(a.id(), a.addedAt())).toList();
    }

    /** To be shown in the page: within the caller's transaction, to whoever may see this very report. */
    public ResponseEntity<Resource> show(UUID ticket, UUID photo) {
        var of = originals.list(new WorkRef(TicketService.TYPE, ticket, "")).stream().filter(a -> a.id().equals(photo)).findFirst().orElseThrow(NotFound::new).original();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(of.kind().mediaType())).contentLength(of.size()).header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate()).body(new FileSystemResource(originals.path(of.sha256())));
    }
}
