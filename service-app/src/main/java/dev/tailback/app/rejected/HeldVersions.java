package dev.tailback.app.rejected;

import dev.tailback.app.ledger.Entry;
import dev.tailback.app.problems.Problem;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageReader;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What Salesforce holds of refused entries, where a person's decision depends on it. Asked outside of any transaction. */
@Singleton
public class HeldVersions {

    /** Codes of refusals because of the version: what is sent next must be above the one Salesforce holds. */
    public static final Set<String> REFUSED_FOR_THEIR_VERSION = Set.of("USAGE_STALE", "USAGE_VERSION_REUSED");

    private final UsageReader salesforce;

    HeldVersions(UsageReader salesforce) {
        this.salesforce = salesforce;
    }

    /** Whether nobody can tell without Salesforce which version would be accepted. */
    public static boolean mustBeAsked(Entry entry) {
        return entry.code() != null && REFUSED_FOR_THEIR_VERSION.contains(entry.code());
    }

    /**
     * The versions that entries must go above; Salesforce is asked only where it must be.
     *
     * @return by entry id; an entry that may go as it is, or that Salesforce does not hold, is not in the map. Empty when Salesforce cannot tell.
     */
    public Optional<Map<UUID, Long>> told(Collection<Entry> entries) {
        List<UUID> asked = entries.stream()
                .filter(HeldVersions::mustBeAsked)
                .map(Entry::id)
                .toList();
        return asked.isEmpty() ? Optional.of(Map.of()) : read(asked).map(HeldVersions::versions);
    }

    /**
     * The version this entry must go above; 0 when it may go as it is.
     *
     * @throws Problem 503 {@code salesforce_unavailable}
     */
    long above(Entry entry) {
        return told(List.of(entry)).orElseThrow(Refusals::salesforceCannotTell).getOrDefault(entry.id(), 0L);
    }

    /**
     * What Salesforce holds of one entry; empty when it holds nothing.
     *
     * @throws Problem 503 {@code salesforce_unavailable}
     */
    Optional<HeldUsage> held(UUID id) {
        return read(List.of(id)).orElseThrow(Refusals::salesforceCannotTell).stream()
                .findFirst();
    }

    private Optional<List<HeldUsage>> read(List<UUID> ids) {
        return salesforce.byEntryIds(ids) instanceof Reading.Found<List<HeldUsage>> found
                ? Optional.of(found.value())
                : Optional.empty();
    }

    private static Map<UUID, Long> versions(List<HeldUsage> held) {
        return held.stream().collect(Collectors.toMap(HeldUsage::entryId, HeldUsage::version, (one, other) -> one));
    }
}
