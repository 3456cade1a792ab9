package dev.tailback.hub.meeting;

import dev.tailback.hub.matching.Index;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is around the records of a group while one after the other is placed. */
final class Surroundings {

    private final List<MetRecord> met;
    private final List<Set<String>> followed;
    private final List<Map<UUID, Long>> shared;
    private final MatchRecords matches;
    private final NearGroups near;
    private final Neighbours neighbours = new Neighbours();

    /**
     * @param followed keys of each record, in their order
     * @param shared how many of these are shared, by golden record; of each record
     */
    Surroundings(List<MetRecord> met, List<Set<String>> followed, List<Map<UUID, Long>> shared, MatchRecords matches) {
        this.met = met;
        this.followed = followed;
        this.shared = shared;
        this.matches = matches;
        this.near = new NearGroups(matches, shared.stream().map(Map::keySet).toList());
    }

    /** For one record, when all before it are placed. */
    Index index(int one) {
        near.reach(one);
        String entity = met.get(one).record().entity();
        return new GroupIndex(
                neighbours, near, followed.get(one), shared.get(one), source -> matches.golden(entity, source));
    }

    void placed(int one, Place place) {
        neighbours.add(place.golden(), place.members(), met.get(one));
    }
}
