package dev.tailback.hub.meeting;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.matching.Blocking;
import dev.tailback.hub.matching.Joining;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads which golden records share keys with the records of a group, before the keys of the group are kept. */
@Singleton
class ReadSurroundings {

    private final KeyRows rows;
    private final MatchRecords matches;

    ReadSurroundings(KeyRows rows, MatchRecords matches) {
        this.rows = rows;
        this.matches = matches;
    }

    /** @param met of one entity, one at least */
    Surroundings of(List<MetRecord> met) {
        List<Set<String>> followed = FollowedKeys.of(met, holders(met));
        return new Surroundings(met, followed, shared(met.get(0).record().entity(), followed), matches);
    }

    private Map<String, Long> holders(List<MetRecord> met) {
        String[] keys =
                met.stream().flatMap(one -> one.keys().stream()).distinct().toArray(String[]::new);
        String[] sources =
                RowsJson.numbers(met.stream().map(one -> one.record().id()).toList());
        return rows.holders(keys, sources, Blocking.LARGEST_BLOCK).stream()
                .collect(Collectors.toMap(KeyHolders::key, KeyHolders::holders));
    }

    private List<Map<UUID, Long>> shared(String entity, List<Set<String>> followed) {
        List<Map<UUID, Long>> shared =
                followed.stream().<Map<UUID, Long>>map(none -> new HashMap<>()).toList();
        rows.sharing(asked(followed), entity, Joining.MOST_GROUPS)
                .forEach(row -> shared.get(row.place()).put(row.goldenId(), row.shared()));
        return shared;
    }

    private static String asked(List<Set<String>> followed) {
        List<Map.Entry<Integer, String>> all = IntStream.range(0, followed.size())
                .boxed()
                .flatMap(place -> followed.get(place).stream().map(key -> Map.entry(place, key)))
                .toList();
        return RowsJson.of(all, (one, row) -> row.put("place", one.getKey()).put("key", one.getValue()));
    }
}
