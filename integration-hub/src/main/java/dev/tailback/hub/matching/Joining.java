package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Joined.Joins;
import dev.tailback.hub.matching.Joined.New;
import dev.tailback.hub.matching.Joined.Unclear;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the group of one new or changed record. A record joins a group only if it is the same as one member and may
 * be the same as every other, so that chains of likenesses do not merge strangers.
 */
public final class Joining {

    /** So many groups are looked at. */
    public static final int MOST_GROUPS = 200;

    private final Judge judge;
    private final Blocking blocking;
    private final Index index;

    public Joining(Judge judge, Index index) {
        this.judge = judge;
        this.blocking = new Blocking(judge.model().entity());
        this.index = index;
    }

    /**
     * @param record one that is in no group, or is looked at anew: its own group does not count as a member
     *     beside it
     */
    public Joined join(MatchRecord record) {
        List<Fit> fits = likely(record).stream()
                .map(group -> Fit.of(judge, record, group))
                .filter(Fit::isWorthALook)
                .sorted(Fit.BEST_FIRST)
                .toList();
        List<Fit> whole = fits.stream().filter(Fit::isWhole).toList();
        List<Fit> ordered = whole.stream().filter(Fit::isOrdered).toList();
        if (ordered.size() == 1) {
            return new Joins(ordered.get(0), without(fits, ordered.get(0)));
        }
        if (whole.size() == 1) {
            return new Joins(whole.get(0), without(fits, whole.get(0)));
        }
        return fits.isEmpty() ? new New() : new Unclear(fits);
    }

    private static List<Fit> without(List<Fit> fits, Fit one) {
        return fits.stream().filter(fit -> !fit.equals(one)).toList();
    }

    private List<Group> likely(MatchRecord record) {
        Map<String, Group> groups = new LinkedHashMap<>();
        index.sharing(blocking.keysOf(record), MOST_GROUPS).forEach(group -> groups.put(group.id(), group));
        for (Pair pair : judge.stewards().same()) {
            partner(pair, record.source()).stream()
                    .flatMap(partner -> index.of(partner).stream())
                    .forEach(group -> groups.put(group.id(), group));
        }
        return new ArrayList<>(groups.values());
    }

    private static List<Source> partner(Pair pair, Source source) {
        if (pair.first().equals(source)) {
            return List.of(pair.second());
        }
        return pair.second().equals(source) ? List.of(pair.first()) : List.of();
    }
}
