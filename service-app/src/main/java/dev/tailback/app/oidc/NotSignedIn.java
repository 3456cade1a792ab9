package dev.tailback.app.oidc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A sign-in by the provider that came to nothing. The message is the cause for the log; the person reads the sentence of
 * {@link #why}.
 */
public final class NotSignedIn extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    /** What the person is told; each has a text. */
    public enum Why {
        /** The person or the provider said no. */
        DENIED,
        /** The provider names a fault of its own or of our registration there. */
        REFUSED,
        /** It does not answer, or not as a provider does. */
        UNAVAILABLE,
        /** The attempt is over, was used, or belongs to another browser. */
        EXPIRED,
        /** The ID token is not the provider's for us, now. */
        UNTRUSTED,
        NO_ROLE,
        NO_NAME,
        NAME_TAKEN,
        DISABLED;

        /** For addresses and keys of texts, such as {@code no-role}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Why> of(String word) {
            return Arrays.stream(values())
                    .filter(why -> why.word().equals(word))
                    .findFirst();
        }
    }

    private final Why why;

    NotSignedIn(Why why, String cause) {
        super(oneLine(cause));
        this.why = why;
    }

    NotSignedIn(Why why, String cause, Throwable reason) {
        super(oneLine(cause + ": " + reason.getMessage()), reason);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** Texts of the provider go into the log: no line of its own, and not for ever. */
    private static String oneLine(String text) {
        String clean = text.replaceAll("[^\\p{Print}\\p{L}]", " ");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }
}
