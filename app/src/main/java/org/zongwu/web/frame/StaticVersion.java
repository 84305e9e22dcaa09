package org.zongwu.web.frame;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A short fingerprint of the product's own static files, part of their addresses. */
@Component
class StaticVersion {
    private final String value;

    StaticVersion() throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var name : new String[] {"app/zongwu.css", "app/zongwu.js", "app/count.js", "app/theme.js", "vendor/manifest.json"}) {
            digest.update(new ClassPathResource("static/" + name).getContentAsByteArray());
        }
        value = HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    String value() {
        return value;
    }
}
