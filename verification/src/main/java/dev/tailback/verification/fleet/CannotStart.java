package dev.tailback.verification.fleet;

/** Something on this machine keeps the demo from starting; the message says what and what to do. Exit code 2. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
