package org.zongwu.access.apitoken;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.zongwu.access.token.Token;

/**
 * What a program shows: which token it is, and its secret, as {@code zw_ID_SECRET}. The first letters let those who search for
 * forgotten secrets find it.
 */
record Bearer(UUID id, Token token) {
    private static final String MARK = "zw_";
    private static final int ID = 32;

    static Optional<Bearer> parse(String text) {
        var secret = MARK.length() + ID + 1;
        if (!text.startsWith(MARK) || text.length() <= secret || text.charAt(secret - 1) != '_') return Optional.empty();
        try {
            var hex = text.substring(MARK.length(), secret - 1);
            var id = new UUID(HexFormat.fromHexDigitsToLong(hex, 0, ID / 2), HexFormat.fromHexDigitsToLong(hex, ID / 2, ID));
            return Token.parse(text.substring(secret)).map(token -> new Bearer(id, token));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Given to the person who made it, once. */
    String text() {
        return MARK + id.toString().replace("-", "") + "_" + token.text();
    }
}
