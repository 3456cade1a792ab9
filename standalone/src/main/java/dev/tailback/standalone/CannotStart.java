package dev.tailback.standalone;

/** Something on this machine keeps the demo from starting; the message says what and what to do. Exit code 2. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
