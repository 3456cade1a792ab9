package dev.tailback.hub.simulation;

/** Here the program ended; what it had not committed is gone. */
public final class HubDied extends RuntimeException {

    private static final long serialVersionUID = 1;

    public HubDied(String when) {
        super(when);
    }
}
