package dev.tailback.hub.dossier;

import java.util.Map;
import java.util.UUID;

/**
 * A golden record that was found.
 *
 * @param known what is agreed of its names, e-mail address, phone number and website, by attribute
 */
public record FoundGolden(UUID id, String entity, Map<String, String> known) {

    public FoundGolden {
        known = Map.copyOf(known);
    }
}
