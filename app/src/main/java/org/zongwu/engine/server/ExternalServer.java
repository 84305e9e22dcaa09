package org.zongwu.engine.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A PostgreSQL that somebody else runs, reached with a log-in that may create roles. */
record ExternalServer(Login admin) implements DatabaseServer {
    /** Derived from the one password that was given, so that several application servers agree without sharing a file. */
    @Override
    public String password(String role) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(admin.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("zongwu role " + role).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean borrowed() {
        return false;
    }

    @Override
    public void close() {
        // it is not ours to stop
    }
}
