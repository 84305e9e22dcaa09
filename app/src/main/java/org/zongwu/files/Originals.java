package org.zongwu.files;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.WorkRef;

/** The originals of the school: kept by content, never changed. Sees the school of the transaction only. */
public interface Originals {
    /**
     * Takes a file in. Its content is looked at before any parser is.
     *
     * @param name as the person called it; only a hint
     * @throws org.zongwu.kernel.RuleBroken {@code R-FILE-1} too large, {@code R-FILE-2} not a kind that is taken here,
     *         {@code R-FILE-3} a packed file that is built to do harm
     */
    default Original store(Actor actor, InputStream content, String name, Limits limits) {
        return store(actor, content, name, limits, (file, kind) -> { });
    }

    /** The same, when the caller must look into the file first: what he refuses leaves no trace. */
    Original store(Actor actor, InputStream content, String name, Limits limits, Inspection inspection);

    /** Looks into a file that is not taken in yet, and refuses it by throwing. */
    interface Inspection {
        void look(Path file, FileKind kind);
    }

    Optional<Original> find(String sha256);

    /** Where the bytes stand, for reading only. @throws IllegalArgumentException when this school has no such original */
    Path path(String sha256);

    /** The answer that hands an original out: always to be saved under that name, never shown in the page. */
    ResponseEntity<Resource> download(Original original, String name);

    /** Fastens an original to a document; the trail of the document says so. */
    Attachment attach(Actor actor, WorkRef document, Original original, String name);

    /** What is fastened to a document, oldest first. */
    List<Attachment> list(WorkRef document);
}
