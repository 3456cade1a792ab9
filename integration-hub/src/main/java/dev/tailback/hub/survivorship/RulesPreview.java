package dev.tailback.hub.survivorship;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What new rules would change, before they are switched on: counted for all golden records, listed for some.
 *
 * @param compared how many golden records were looked at
 * @param changedRecords how many of them would change
 * @param changesByRule how many values would change, by the entity and attribute whose rule it is, {@code
 *     company.phone}
 * @param listed the first of them, in the order the records came
 */
public record RulesPreview(
        long compared, long changedRecords, Map<String, Long> changesByRule, List<Difference> listed) {

    public RulesPreview {
        changesByRule = Map.copyOf(changesByRule);
        listed = List.copyOf(listed);
    }

    /** One value that would become another, or a question that would be asked or fall away. */
    public record Difference(String golden, String entity, Decision before, Decision after) {

        public String attribute() {
            return after.attribute();
        }
    }

    /**
     * @param golden every record the rules may touch; read once, one at a time
     * @param mostListed how many differences are listed; all are counted
     */
    public static RulesPreview compare(
            Survivorship before, Survivorship after, Stream<GoldenFacts> golden, int mostListed) {
        Counting counting = new Counting(before, after, mostListed);
        golden.forEachOrdered(counting::look);
        return counting.preview();
    }

    private static final class Counting {
        private final Survivorship before;
        private final Survivorship after;
        private final int mostListed;
        private final Map<String, Long> byRule = new TreeMap<>();
        private final List<Difference> listed = new ArrayList<>();
        private long compared;
        private long changed;

        Counting(Survivorship before, Survivorship after, int mostListed) {
            this.before = before;
            this.after = after;
            this.mostListed = mostListed;
        }

        void look(GoldenFacts facts) {
            compared++;
            Map<String, Decision> now = before.decide(facts);
            long differences = after.decide(facts).values().stream()
                    .filter(then -> isChange(now, then))
                    .peek(then -> count(facts, now, then))
                    .count();
            changed += differences > 0 ? 1 : 0;
        }

        private static boolean isChange(Map<String, Decision> now, Decision then) {
            Decision before = now.get(then.attribute());
            return before == null || !before.value().equals(then.value()) || asks(before) != asks(then);
        }

        private static boolean asks(Decision decision) {
            return decision.fold(decided -> false, asked -> true, unfilled -> false);
        }

        private void count(GoldenFacts facts, Map<String, Decision> now, Decision then) {
            String entity = facts.entity().name();
            byRule.merge(entity + "." + then.attribute(), 1L, Long::sum);
            Decision before = now.get(then.attribute());
            if (before != null && listed.size() < mostListed) {
                listed.add(new Difference(facts.id(), entity, before, then));
            }
        }

        RulesPreview preview() {
            return new RulesPreview(compared, changed, byRule, listed);
        }
    }
}
