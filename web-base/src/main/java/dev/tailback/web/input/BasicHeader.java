package dev.tailback.web.input;

import java.util.Base64;
import java.util.Optional;

/** An Authorization header of the scheme Basic: base64 of a name, a colon and a password, in UTF-8. */
final class BasicHeader {

    private static final String NAME = "Authorization";
    private static final String SCHEME = "Basic ";

    private BasicHeader() {}

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} when it is of this scheme and cannot be read */
    static void check(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return;
        }
        String pair = decoded(header.substring(SCHEME.length()).strip())
                .filter(text -> text.indexOf(':') >= 0)
                .orElseThrow(() -> Invalid.because(
                        NAME, "cannot be read: after Basic it must hold base64 of name:password in UTF-8"));
        if (Characters.firstRefused(pair, false).isPresent()) {
            throw Invalid.because(NAME, "holds a character that no name and no password has");
        }
    }

    private static Optional<String> decoded(String base64) {
        try {
            return PercentEncoded.utf8(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
