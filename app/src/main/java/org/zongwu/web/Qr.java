package org.zongwu.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as QR. */
public final class Qr {
    private static final int PIXELS = 8;

    private Qr() {}

    /** A picture in PNG, {@value #PIXELS} pixels a module and without a margin: it is scaled without blur at print size. */
    public static byte[] png(String text) {
        try {
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
            var image = new BufferedImage(matrix.getWidth() * PIXELS, matrix.getHeight() * PIXELS, BufferedImage.TYPE_BYTE_BINARY);
            for (var y = 0; y < image.getHeight(); y++) {
                for (var x = 0; x < image.getWidth(); x++) image.setRGB(x, y, matrix.get(x / PIXELS, y / PIXELS) ? 0 : 0xFFFFFF);
            }
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("cannot encode " + text, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
