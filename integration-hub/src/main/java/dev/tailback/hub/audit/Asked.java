package dev.tailback.hub.audit;

import java.util.Optional;
import java.util.UUID;

/** Which acts somebody wants to see; what is empty does not matter. */
public record Asked(Optional<String> who, Optional<Deed> what, Optional<UUID> golden) {

    public static final Asked ALL = new Asked(Optional.empty(), Optional.empty(), Optional.empty());
}
