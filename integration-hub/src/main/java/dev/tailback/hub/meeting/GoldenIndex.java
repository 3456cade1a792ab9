package dev.tailback.hub.meeting;

import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Blocking;
import dev.tailback.hub.matching.Group;
import dev.tailback.hub.matching.Index;
import dev.tailback.hub.records.KnownRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Golden records, found by the keys of their members, for one record that is met.
 *
 * @param groups reads the members of a golden record
 */
record GoldenIndex(
        KeyRows rows, KnownRecord met, Function<UUID, Group> groups, Function<Source, Optional<UUID>> goldens)
        implements Index {

    @Override
    public List<Group> sharing(Set<String> keys, int most) {
        return rows.sharing(met.id(), met.entity(), keys.toArray(String[]::new), Blocking.LARGEST_BLOCK, most).stream()
                .map(groups)
                .toList();
    }

    @Override
    public Optional<Group> of(Source source) {
        return goldens.apply(source).map(groups);
    }
}
