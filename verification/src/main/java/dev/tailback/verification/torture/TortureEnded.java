package dev.tailback.verification.torture;

/** Somebody ended the run from outside, as Ctrl-C does. */
final class TortureEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TortureEnded() {
        super("Ended before the end.");
    }
}
