package dev.tailback.verification.torture;

import java.util.Optional;

/** Which lie is told to the workers now. */
final class WireLies {
    private volatile Optional<WireLie> told = Optional.empty();

    void begin(WireLie lie) {
        told = Optional.of(lie);
    }

    void end() {
        told = Optional.empty();
    }

    /** @param contracts how many the call is about */
    Optional<WireLie> about(int contracts) {
        return told.filter(lie -> contracts >= lie.fewestContracts());
    }
}
