package org.zongwu.launch.lan;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** What a start on the school's network needs: certificates, the settings of the web server, what to tell the console. */
public final class LanEntry {
    private final LocalAuthority authority;

    private LanEntry(LocalAuthority authority) {
        this.authority = authority;
    }

    /** Makes or renews the certificates. @param secrets folder that only the owner reads */
    public static LanEntry prepare(Path secrets) {
        var authority = new LocalAuthority(secrets);
        authority.renew(LanAddresses.now(), InstantSource.system().instant());
        return new LanEntry(authority);
    }

    /** Settings that make the web server speak HTTPS with this certificate and take a renewed one without a restart. */
    public Map<String, String> settings() {
        var bundle = "spring.ssl.bundle.jks.lan.";
        return Map.of("zongwu.lan", "true",
                "server.ssl.bundle", "lan",
                "server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2",
                "server.servlet.session.cookie.secure", "true",
                bundle + "reload-on-update", "true",
                bundle + "keystore.location", "file:" + authority.server().file(),
                bundle + "keystore.password", authority.server().password(),
                bundle + "keystore.type", "PKCS12");
    }

    /** For the page that is shown while the product starts. */
    public SSLContext tls() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(authority.server().load(), authority.server().password().toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> notices(int port) {
        var lines = new ArrayList<String>();
        for (var address : LanAddresses.now().addresses()) lines.add("校园网 LAN  https://" + address + ":" + port + "/   (/ca 安装证书 install the certificate)");
        lines.add("证书指纹 SHA-256  " + fingerprint(authority));
        return lines;
    }

    static String fingerprint(LocalAuthority authority) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(authority.certificate().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
