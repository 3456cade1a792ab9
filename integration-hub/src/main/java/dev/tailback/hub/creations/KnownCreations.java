package dev.tailback.hub.creations;

import dev.tailback.hub.database.RowsJson;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The creations of a group of golden records, and of all that these have become one with. */
@Singleton
class KnownCreations {

    private final CreationRows rows;

    KnownCreations(CreationRows rows) {
        this.rows = rows;
    }

    /**
     * Nobody else changes them until the transaction ends.
     *
     * @return by golden record; one that has become another golden record is not there
     */
    Map<UUID, List<Creation>> lock(List<UUID> goldens) {
        Map<UUID, List<UUID>> same = rows.same(RowsJson.ids(goldens)).stream()
                .collect(Collectors.groupingBy(
                        SameGolden::goldenId,
                        TreeMap::new,
                        Collectors.mapping(SameGolden::sameId, Collectors.toList())));
        Map<UUID, List<Creation>> creations = creations(same);
        Map<UUID, List<Creation>> known = new HashMap<>();
        same.forEach((golden, ids) -> known.put(
                golden,
                ids.stream()
                        .flatMap(id -> creations.getOrDefault(id, List.of()).stream())
                        .toList()));
        return known;
    }

    private Map<UUID, List<Creation>> creations(Map<UUID, List<UUID>> same) {
        List<UUID> all = same.values().stream().flatMap(List::stream).toList();
        return rows.lockOf(RowsJson.ids(all)).stream().collect(Collectors.groupingBy(Creation::goldenId));
    }
}
