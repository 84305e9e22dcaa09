package org.zongwu.files.store;

import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;
import org.zongwu.web.NotFound;

/** Hands out attachments: id, row, row-level security, stream. */
@Controller
class FileController {
    private final OriginalStore store;
    private final Tenancy tenancy;

    FileController(OriginalStore store, Tenancy tenancy) {
        this.store = store;
        this.tenancy = tenancy;
    }

    @Allow(everyone = true)
    @GetMapping("/files/{id}")
    ResponseEntity<Resource> download(@PathVariable UUID id, Actor actor) {
        return tenancy.read(actor.schoolId(), () -> {
            var attachment = store.attachment(id).orElseThrow(NotFound::new);
            return store.download(attachment.original(), attachment.name());
        });
    }
}
