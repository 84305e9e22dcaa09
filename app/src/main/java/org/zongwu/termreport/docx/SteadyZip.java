package org.zongwu.termreport.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a document anew with one fixed time on every entry: only what is written makes two files differ. */
final class SteadyZip {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SteadyZip() {}

    static byte[] of(byte[] zip) throws IOException {
        var packed = new ByteArrayOutputStream(zip.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip)); var out = new ZipOutputStream(packed)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var steady = new ZipEntry(entry.getName());
                steady.setTimeLocal(EPOCH);
                out.putNextEntry(steady);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
