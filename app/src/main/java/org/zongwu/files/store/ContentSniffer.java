package org.zongwu.files.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.zongwu.files.FileKind;
import org.zongwu.kernel.RuleBroken;

/** Tells what a file is by its first bytes and, where those are shared, by what is inside. */
final class ContentSniffer {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    private static final byte[] UTF16_LE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF16_BE = {(byte) 0xFE, (byte) 0xFF};
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 64 * 1024;

    private ContentSniffer() {}

    /** None when it is nothing that the house knows. */
    static Optional<FileKind> kind(Path file) throws IOException {
        var head = head(file);
        if (starts(head, PDF)) return Optional.of(FileKind.PDF);
        if (starts(head, PNG)) return Optional.of(FileKind.PNG);
        if (starts(head, JPEG)) return Optional.of(FileKind.JPEG);
        if (starts(head, ZIP)) return Optional.of(packed(PackedFile.scan(file)));
        if (starts(head, OLE2)) return compound(file);
        return isText(head) ? Optional.of(FileKind.TEXT) : Optional.empty();
    }

    private static FileKind packed(Set<String> names) {
        if (names.contains("xl/workbook.xml")) return FileKind.XLSX;
        if (names.contains("word/document.xml")) return FileKind.DOCX;
        return names.contains("OFD.xml") ? FileKind.OFD : FileKind.ZIP;
    }

    /** An old Excel file, or a new one under a password: the names of the streams stand in it as UTF-16. */
    private static Optional<FileKind> compound(Path file) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (text.contains(wide("EncryptedPackage"))) throw RuleBroken.at("file", "R-FILE-2", "rule.files.password");
        return text.contains(wide("Workbook")) || text.contains(wide("Book")) ? Optional.of(FileKind.XLS) : Optional.empty();
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static boolean isText(byte[] head) {
        if (starts(head, UTF16_LE) || starts(head, UTF16_BE)) return true;
        for (var b : head) if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A) return false;
        return decodes(head, StandardCharsets.UTF_8) || decodes(head, GB18030);
    }

    /** The sample may end within a character, so its last bytes are not held against it. */
    private static boolean decodes(byte[] head, Charset charset) {
        for (var cut = 0; cut < 4 && cut < Math.max(1, head.length); cut++) {
            try {
                charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException e) {
                if (head.length < SAMPLE) return false;
            }
        }
        return false;
    }

    private static byte[] head(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var buffer = ByteBuffer.allocate((int) Math.min(SAMPLE, channel.size()));
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) continue;
            return buffer.array();
        }
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        if (bytes.length < with.length) return false;
        for (var i = 0; i < with.length; i++) if (bytes[i] != with[i]) return false;
        return true;
    }
}
