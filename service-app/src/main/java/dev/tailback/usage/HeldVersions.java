package dev.tailback.usage;

import dev.tailback.problems.Problem;
import dev.tailback.salesforce.HeldUsage;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.UsageReader;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which versions Salesforce holds of entries that it refused because of their version: they must get one above it. */
@Singleton
public class HeldVersions {

    private static final Set<String> REFUSED_FOR_THEIR_VERSION = Set.of("USAGE_STALE", "USAGE_VERSION_REUSED");

    private final UsageReader salesforce;

    HeldVersions(UsageReader salesforce) {
        this.salesforce = salesforce;
    }

    /**
     * Asks Salesforce only where it must be asked; outside of any transaction.
     *
     * @return by entry id; an entry that may go as it is, or that Salesforce does not hold, is not in the map
     * @throws Problem 503 {@code salesforce_unavailable}
     */
    public Map<UUID, Long> of(Collection<Entry> entries) {
        List<UUID> asked = entries.stream()
                .filter(entry -> entry.code() != null && REFUSED_FOR_THEIR_VERSION.contains(entry.code()))
                .map(Entry::id)
                .toList();
        return asked.isEmpty() ? Map.of() : read(asked);
    }

    private Map<UUID, Long> read(List<UUID> ids) {
        if (salesforce.byEntryIds(ids) instanceof Reading.Found<List<HeldUsage>> found) {
            return found.value().stream()
                    .collect(Collectors.toMap(HeldUsage::entryId, HeldUsage::version, (one, other) -> one));
        }
        throw new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "salesforce_unavailable",
                "Nothing was changed: Salesforce must tell which version it holds, and cannot be read now. Try again when"
                        + " it is back.");
    }
}
