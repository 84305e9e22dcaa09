package org.zongwu.repairs.photo;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Takes out of a picture whatever is not the picture: where it was taken, when, with which phone. Its pixels stay as they are. */
final class PhotoData {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PhotoData() {}

    /** @return none for what is neither a JPEG nor a PNG, or is cut off */
    static Optional<byte[]> bare(byte[] file) {
        try {
            if (file.length > 4 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8) return Optional.of(jpeg(file));
            if (file.length > 8 && java.util.Arrays.equals(file, 0, 8, PNG, 0, 8)) return Optional.of(png(file));
            return Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Leaves out the application segments but the first (JFIF), the colour profile and Adobe's, and all comments. */
    private static byte[] jpeg(byte[] file) {
        var out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, 2);
        var at = 2;
        while (true) {
            if ((file[at] & 0xff) != 0xff) throw new IndexOutOfBoundsException();
            var marker = file[at + 1] & 0xff;
            if (marker == 0xda) { // the picture itself, to the end
                out.write(file, at, file.length - at);
                return out.toByteArray();
            }
            var length = 2 + ((file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff);
            if (at + length > file.length) throw new IndexOutOfBoundsException();
            var told = marker >= 0xe1 && marker <= 0xef && marker != 0xe2 && marker != 0xee || marker == 0xfe;
            if (!told) out.write(file, at, length);
            at += length;
        }
    }

    /** Leaves out texts, times and what a camera adds. */
    private static byte[] png(byte[] file) {
        var out = new ByteArrayOutputStream(file.length);
        out.write(file, 0, 8);
        for (var at = 8; at < file.length; ) {
            var length = 12 + ((file[at] & 0xff) << 24 | (file[at + 1] & 0xff) << 16 | (file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff);
            if (length < 12 || at + length > file.length) throw new IndexOutOfBoundsException();
            var name = new String(file, at + 4, 4, java.nio.charset.StandardCharsets.US_ASCII);
            if (!name.matches("eXIf|tEXt|zTXt|iTXt|tIME")) out.write(file, at, length);
            at += length;
        }
        return out.toByteArray();
    }
}
