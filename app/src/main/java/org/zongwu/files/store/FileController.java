package org.zongwu.files.store;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Allow;

/** Hands out attachments: id, row, row-level security, stream. Always to be saved, never shown in the page. */
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
            var attachment = store.attachment(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            var original = attachment.original();
            var disposition = ContentDisposition.attachment().filename(attachment.name(), StandardCharsets.UTF_8).build();
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(original.kind().mediaType()))
                    .contentLength(original.size())
                    .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "sandbox; default-src 'none'")
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .body(new FileSystemResource(store.path(original.sha256())));
        });
    }
}
