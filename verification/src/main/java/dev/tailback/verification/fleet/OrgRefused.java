package dev.tailback.verification.fleet;

/** The org did not do what a person asked for; the message says what. */
public final class OrgRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OrgRefused(String message) {
        super(message);
    }
}
