package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Source;
import java.util.List;

/**
 * What came of a first meeting.
 *
 * @param groups every record is in exactly one; the id is its first record
 * @param open pairs of different groups that a steward should look at, the likeliest first
 */
public record Meeting(List<Group> groups, List<Open> open) {

    public Meeting {
        groups = List.copyOf(groups);
        open = List.copyOf(open);
    }

    /** A pair that may be the same. */
    public record Open(Source one, Source other, Verdict verdict) {}
}
