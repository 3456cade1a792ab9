package dev.tailback.hub.meeting;

import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Group;
import dev.tailback.hub.matching.Index;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Golden records for one record of a group: those of which the database knows, and those to which earlier ones of the
 * group were given.
 *
 * @param followed keys of the record
 * @param shared how many of these the members have of whom the database knows, by golden record
 * @param goldens the golden record of a source of which the database knows
 */
record GroupIndex(
        Neighbours neighbours,
        NearGroups near,
        Set<String> followed,
        Map<UUID, Long> shared,
        Function<Source, Optional<UUID>> goldens)
        implements Index {

    @Override
    public List<Group> sharing(Set<String> keys, int most) {
        return neighbours.sharing(followed, shared, most).stream()
                .map(this::group)
                .toList();
    }

    @Override
    public Optional<Group> of(Source source) {
        return neighbours.golden(source).or(() -> goldens.apply(source)).map(this::group);
    }

    private Group group(UUID golden) {
        return neighbours.group(golden).orElseGet(() -> near.group(golden));
    }
}
