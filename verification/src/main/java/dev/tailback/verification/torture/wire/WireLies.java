package dev.tailback.verification.torture.wire;

import java.util.Optional;

/** Which lie is told to the workers now. */
public final class WireLies {
    private volatile Optional<WireLie> told = Optional.empty();

    public void begin(WireLie lie) {
        told = Optional.of(lie);
    }

    public void end() {
        told = Optional.empty();
    }

    /** @param contracts how many the call is about */
    Optional<WireLie> about(int contracts) {
        return told.filter(lie -> contracts >= lie.fewestContracts());
    }
}
