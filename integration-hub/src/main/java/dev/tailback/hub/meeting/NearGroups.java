package dev.tailback.hub.meeting;

import dev.tailback.hub.matching.Group;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The members of likely golden records, read for as many records at once as memory is to hold. */
final class NearGroups {

    private static final int MOST = 1_000;

    private final MatchRecords matches;
    private final List<Set<UUID>> likely;
    private Map<UUID, Group> read = Map.of();
    private int end;

    /** @param likely of each record that is to be placed, in their order */
    NearGroups(MatchRecords matches, List<Set<UUID>> likely) {
        this.matches = matches;
        this.likely = likely;
    }

    /** From now on those of this record are asked for, and of no record before it. */
    void reach(int place) {
        if (place >= end) {
            Set<UUID> next = new LinkedHashSet<>(likely.get(place));
            end = place + 1;
            while (end < likely.size() && next.size() + likely.get(end).size() <= MOST) {
                next.addAll(likely.get(end));
                end++;
            }
            read = matches.groups(next);
        }
    }

    Group group(UUID golden) {
        Group near = read.get(golden);
        return near == null ? matches.group(golden) : near;
    }
}
