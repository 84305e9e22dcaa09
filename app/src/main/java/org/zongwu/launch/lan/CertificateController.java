package org.zongwu.launch.lan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zongwu.web.Allow;

/** Where a phone or computer of the school gets the certificate that makes the browser's warning go away. */
@Controller
@RequestMapping("/ca")
@Allow(open = true)
@ConditionalOnProperty("zongwu.lan")
class CertificateController {
    private static final String WANTED = "/ca";

    private final LocalAuthority authority;
    private final int port;

    CertificateController(LocalAuthority authority, Environment settings) {
        this.authority = authority;
        this.port = settings.getProperty("server.port", Integer.class, 8443);
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("addresses", LanAddresses.now().addresses().stream().map(a -> "https://" + a + ":" + port + WANTED).toList());
        model.addAttribute("fingerprint", LanEntry.fingerprint(authority));
        return "launch/ca";
    }

    @GetMapping("/zongwu.crt")
    ResponseEntity<byte[]> certificate() throws CertificateEncodingException {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/x-x509-ca-cert"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"zongwu.crt\"").body(authority.certificate().getEncoded());
    }

    /** The page's own address, for the camera of a phone. */
    @GetMapping(value = "/qr.svg", produces = "image/svg+xml")
    ResponseEntity<String> qr(@org.springframework.web.bind.annotation.RequestParam(defaultValue = "0") int n) throws WriterException {
        var addresses = LanAddresses.now().addresses();
        var address = addresses.isEmpty() ? "localhost" : addresses.get(Math.floorMod(n, addresses.size()));
        var matrix = new QRCodeWriter().encode("https://" + address + ":" + port + WANTED, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        return ResponseEntity.ok(svg(matrix));
    }

    private static String svg(BitMatrix matrix) {
        var path = new StringBuilder();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) if (matrix.get(x, y)) path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>
                """.formatted(matrix.getWidth(), matrix.getHeight(), matrix.getWidth(), matrix.getHeight(), path);
    }
}
