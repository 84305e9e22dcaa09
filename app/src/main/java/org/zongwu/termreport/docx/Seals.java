package org.zongwu.termreport.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.zongwu.termreport.paper.Labels;
import org.zongwu.termreport.paper.Report;
import org.zongwu.web.Qr;

/** What a printed copy is checked by: the digest of what it says, the link of the chain that holds it, and the address as QR. */
final class Seals {
    private static final int SIDE_POINTS = 72;

    private Seals() {}

    static void draw(Writing writing, Report.Proof proof, Labels labels) {
        var picture = writing.paragraph(Styles.SEAL);
        picture.setKeepNext(true);
        picture.setSpacingBefore(400);
        try {
            writing.words(picture, "").addPicture(new ByteArrayInputStream(Qr.png(proof.url())), Document.PICTURE_TYPE_PNG, "qr.png", Units.toEMU(SIDE_POINTS), Units.toEMU(SIDE_POINTS));
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writing.paragraph(Styles.NOTE, labels.text("proof", proof.shortDigest(), proof.seal().isEmpty() ? labels.text("proof.unsealed") : proof.seal()));
    }
}
