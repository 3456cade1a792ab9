package dev.tailback.verification.fleet;

/** The run was ended from outside, as Ctrl-C does. */
public final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Ended() {
        super("Ended before the end.");
    }
}
