package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The chosen objects, described.
 *
 * @param usage empty where the org has none yet; there are no suggestions for its ideas then
 * @param kept what is mapped already
 */
public record Asked(OrgObject contract, OrgObject line, Optional<OrgObject> usage, Map<Idea, String> kept) {

    public Asked {
        kept = Map.copyOf(kept);
    }

    Optional<OrgObject> object(Part part) {
        return switch (part) {
            case CONTRACT -> Optional.of(contract);
            case CONTRACT_PRODUCT -> Optional.of(line);
            case USAGE -> usage;
        };
    }

    /** The ideas that can be asked for. */
    List<Idea> ideas() {
        return Arrays.stream(Idea.values())
                .filter(idea -> object(idea.part()).isPresent())
                .toList();
    }
}
