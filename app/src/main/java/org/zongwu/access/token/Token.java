package org.zongwu.access.token;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of 256 random bits together with the school that it opens. The school is part of what is hashed, so a token
 * that is pointed at another school is simply an unknown one.
 */
public final class Token {
    private static final int SECRET = 32;
    private static final int LENGTH = Long.BYTES + SECRET;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final byte[] bytes;

    private Token(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param schoolId 0 for a secret that opens no school yet */
    public static Token next(long schoolId) {
        var secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return new Token(ByteBuffer.allocate(LENGTH).putLong(schoolId).put(secret).array());
    }

    /** The token that was written as this text; empty when it is none. */
    public static Optional<Token> parse(String text) {
        if (text.length() > 2 * LENGTH) return Optional.empty();
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == LENGTH && TEXT.encodeToString(bytes).equals(text) ? Optional.of(new Token(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public long schoolId() {
        return ByteBuffer.wrap(bytes).getLong();
    }

    /** What the person gets. Never logged, never stored. */
    public String text() {
        return TEXT.encodeToString(bytes);
    }

    /** What is stored. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another secret that follows from this one and does not betray it. */
    public String derive(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return TEXT.encodeToString(mac.doFinal(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token && MessageDigest.isEqual(bytes, token.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Token of school " + schoolId();
    }
}
