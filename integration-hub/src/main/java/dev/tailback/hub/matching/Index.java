package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where groups are found by the keys of their members. */
public interface Index {

    /**
     * Groups with a member that has one of the keys, at most so many, those with the most shared keys first. A key
     * that more than {@link Blocking#LARGEST_BLOCK} records have is not followed.
     */
    List<Group> sharing(Set<String> keys, int most);

    /** The group of a record, which a steward may have named. */
    Optional<Group> of(Source source);
}
