package dev.tailback.hub.meeting;

import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Group;
import dev.tailback.hub.matching.MatchRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The golden records to which records of a group were given so far, as one after the other is placed: the database
 * does not know of these yet.
 */
final class Neighbours {

    /** As PostgreSQL orders ids. */
    private static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

    private final Map<UUID, Group> groups = new HashMap<>();
    private final Map<Source, UUID> goldens = new HashMap<>();
    private final Map<String, List<UUID>> holders = new HashMap<>();

    /** @param members that the golden record had before */
    void add(UUID golden, List<MatchRecord> members, MetRecord met) {
        List<MatchRecord> all = new ArrayList<>(members);
        all.add(met.values());
        groups.put(golden, new Group(golden.toString(), all));
        goldens.put(met.values().source(), golden);
        met.keys()
                .forEach(key ->
                        holders.computeIfAbsent(key, none -> new ArrayList<>()).add(golden));
    }

    Optional<Group> group(UUID golden) {
        return Optional.ofNullable(groups.get(golden));
    }

    Optional<UUID> golden(Source source) {
        return Optional.ofNullable(goldens.get(source));
    }

    /**
     * Those with the most shared keys first.
     *
     * @param followed keys
     * @param known how many of these the members have of whom the database knows
     */
    List<UUID> sharing(Set<String> followed, Map<UUID, Long> known, int most) {
        Map<UUID, Long> shared = new HashMap<>(known);
        followed.forEach(
                key -> holders.getOrDefault(key, List.of()).forEach(golden -> shared.merge(golden, 1L, Long::sum)));
        return shared.entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue().reversed().thenComparing(Map.Entry::getKey, BY_ID))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
