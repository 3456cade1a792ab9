package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from records without labels. How often others agree is counted on random pairs; how often the same thing
 * agrees comes from likely pairs by expectation maximisation: judge them with the odds as they are, count again,
 * until nothing moves. Nothing here is random: the same records give the same model.
 */
public final class Learning {

    private static final int RANDOM_PAIRS = 40_000;
    /** A handful of records that are mostly the same thing would make everything likely. */
    private static final double MOST_PRIOR = 0.002;

    private static final int MOST_ROUNDS = 60;
    private static final double STILL = 1e-5;

    private final Entity entity;
    private final List<Attribute> attributes;

    public Learning(Entity entity) {
        this.entity = entity;
        this.attributes = Compared.in(entity);
    }

    /** @param records of all CRMs; a thousand tell much, below a hundred what is usual for each kind decides */
    public Model learn(List<MatchRecord> records) {
        List<Prepared> prepared =
                records.stream().map(record -> Prepared.of(entity, record)).toList();
        return learn(prepared, LikelyPairs.in(entity, prepared));
    }

    Model learn(List<Prepared> records, List<LikelyPairs.Two> likely) {
        double all = Math.max(1, records.size() * (records.size() - 1.0) / 2);
        Patterns others = randomPairs(records);
        Map<Agreements, Long> patterns = new HashMap<>();
        likely.forEach(two -> patterns.merge(
                Agreements.of(entity, records.get(two.first()), records.get(two.second())), 1L, Long::sum));
        Map<String, Odds> odds = others.odds(attributes);
        double prior = Math.min(MOST_PRIOR, Math.max(1 / all, 0.3 * Math.min(likely.size(), records.size()) / all));
        double before = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Expectation found = new Expectation(entity, odds, prior).over(patterns);
            double moved = Math.abs(found.matches() - before) / Math.max(1, before);
            prior = Math.min(MOST_PRIOR, Math.max(0.5 / all, found.matches() / all));
            odds = found.odds();
            before = found.matches();
            if (moved < STILL) {
                break;
            }
        }
        return new Model(entity, prior, odds, Terms.in(entity, records));
    }

    private Patterns randomPairs(List<Prepared> records) {
        Patterns patterns = new Patterns(attributes.size());
        int size = records.size();
        long state = 42;
        for (int pair = 0; pair < RANDOM_PAIRS && size > 1; pair++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            int one = (int) Math.floorMod(state >>> 33, (long) size);
            state = state * 6364136223846793005L + 1442695040888963407L;
            int other = (int) Math.floorMod(state >>> 33, (long) size);
            if (one != other) {
                patterns.count(Agreements.of(entity, records.get(one), records.get(other)));
            }
        }
        return patterns;
    }
}
