package dev.tailback.hub.pages;

import dev.tailback.hub.dossier.FindGoldens;
import dev.tailback.hub.dossier.FoundGolden;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a search found. @param search as typed */
public record RecordsScreen(Called called, String search, List<FoundGolden> found) {

    public String name(FoundGolden one) {
        return GoldenName.of(one.id(), one.known());
    }

    /** From here the next page goes on; not there on the last one. */
    public Optional<UUID> last() {
        return found.size() < FindGoldens.MOST
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).id());
    }
}
