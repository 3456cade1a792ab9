package dev.tailback.hub.meeting;

import dev.tailback.hub.matching.Blocking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which keys are followed from each record of a group: one that very many have is not. Earlier ones of the group
 * count.
 */
final class FollowedKeys {

    private FollowedKeys() {}

    /** @param holders how many records beside the group have a key */
    static List<Set<String>> of(List<MetRecord> met, Map<String, Long> holders) {
        Map<String, Long> known = new HashMap<>(holders);
        List<Set<String>> followed = new ArrayList<>();
        met.forEach(one -> {
            Set<String> own = new HashSet<>();
            one.keys().forEach(key -> {
                if (known.merge(key, 1L, Long::sum) < Blocking.LARGEST_BLOCK) {
                    own.add(key);
                }
            });
            followed.add(own);
        });
        return followed;
    }
}
