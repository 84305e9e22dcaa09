package org.zongwu.stores.issue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.zongwu.files.Limits;
import org.zongwu.files.Originals;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.kernel.WorkRef;

/** A paper that somebody signed, as a scan or a photograph: it stands for his log-in and is kept with the slip. */
@Component
public class SignedPaper {
    private final Originals originals;

    SignedPaper(Originals originals) {
        this.originals = originals;
    }

    /** @throws RuleBroken {@code R-ISS-7} when no file came */
    public UUID keep(Actor actor, HttpServletRequest request, String field, WorkRef document) {
        MultipartFile file = request instanceof MultipartHttpServletRequest multipart ? multipart.getFile(field) : null;
        if (file == null || file.isEmpty()) throw RuleBroken.at(field, "R-ISS-7", "rule.stores.issue.no-paper");
        var name = file.getOriginalFilename() == null ? field : file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return originals.attach(actor, document, originals.store(actor, content, name, Limits.PAPERS), name).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
