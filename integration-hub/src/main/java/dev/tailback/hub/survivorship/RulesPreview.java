package dev.tailback.hub.survivorship;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What new rules would change, before they are switched on: counted for all golden records, listed for some.
 *
 * @param compared how many golden records were looked at
 * @param changedRecords how many of them would get another value, or a question
 * @param changesByRule how many values would change, by the entity and attribute whose rule it is, {@code
 *     company.phone}
 * @param questionsByRule how many questions would be asked, or fall away, where the value stays
 * @param listed the first of them, in the order the records came
 */
public record RulesPreview(
        long compared,
        long changedRecords,
        Map<String, Long> changesByRule,
        Map<String, Long> questionsByRule,
        List<Difference> listed) {

    public RulesPreview {
        changesByRule = Collections.unmodifiableMap(new TreeMap<>(changesByRule));
        questionsByRule = Collections.unmodifiableMap(new TreeMap<>(questionsByRule));
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
        return compareEach(before, after, golden.map(facts -> new Seen(facts, facts)), mostListed);
    }

    /**
     * @param golden every record the rules may touch, as each version sees it; read once, one at a time
     * @param mostListed how many differences are listed; all are counted
     */
    public static RulesPreview compareEach(
            Survivorship before, Survivorship after, Stream<Seen> golden, int mostListed) {
        Counting counting = new Counting(before, after, mostListed);
        golden.forEachOrdered(counting::look);
        return counting.preview();
    }

    /** How many values would change. */
    public long changes() {
        return changesByRule.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One golden record: for rules that are put back, other decisions stand than for those in force. */
    public record Seen(GoldenFacts before, GoldenFacts after) {}

    private static final class Counting {
        private final Survivorship before;
        private final Survivorship after;
        private final int mostListed;
        private final Map<String, Long> byRule = new TreeMap<>();
        private final Map<String, Long> questions = new TreeMap<>();
        private final List<Difference> listed = new ArrayList<>();
        private long compared;
        private long changed;

        Counting(Survivorship before, Survivorship after, int mostListed) {
            this.before = before;
            this.after = after;
            this.mostListed = mostListed;
        }

        void look(Seen seen) {
            compared++;
            Map<String, Decision> now = before.decide(seen.before());
            List<Decision> differences = after.decide(seen.after()).values().stream()
                    .filter(then -> isChange(now, then))
                    .toList();
            differences.forEach(then -> count(seen.after(), now, then));
            changed += differences.isEmpty() ? 0 : 1;
        }

        private static boolean isChange(Map<String, Decision> now, Decision then) {
            Decision before = now.get(then.attribute());
            return before == null || isOther(before, then) || asks(before) != asks(then);
        }

        private static boolean isOther(@Nullable Decision before, Decision then) {
            return before == null || !before.value().equals(then.value());
        }

        private static boolean asks(Decision decision) {
            return decision.fold(decided -> false, asked -> true, unfilled -> false);
        }

        private void count(GoldenFacts facts, Map<String, Decision> now, Decision then) {
            String entity = facts.entity().name();
            Decision before = now.get(then.attribute());
            (isOther(before, then) ? byRule : questions).merge(entity + "." + then.attribute(), 1L, Long::sum);
            if (before != null && listed.size() < mostListed) {
                listed.add(new Difference(facts.id(), entity, before, then));
            }
        }

        RulesPreview preview() {
            return new RulesPreview(compared, changed, byRule, questions, listed);
        }
    }
}
