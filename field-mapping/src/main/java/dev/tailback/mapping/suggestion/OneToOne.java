package dev.tailback.mapping.suggestion;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each thing its best field, so that no field is the first for two things: the best pair of all is taken first, and
 * its thing and its field are then out of the choice.
 *
 * @param pairs good enough, the best first
 * @param taken places that stand for something already
 */
record OneToOne<T>(List<Pair<T>> pairs, Set<String> taken) {

    /** @param place of the field, unlike that of any other field */
    record Pair<T>(T thing, String place, Scored field) {}

    /** @param order of things whose pairs are equally good */
    static <T> OneToOne<T> of(List<Pair<T>> all, Comparator<T> order, Set<String> taken) {
        Comparator<Pair<T>> bestFirst = Comparator.comparingDouble(
                        (Pair<T> pair) -> -pair.field().score())
                .thenComparing(Pair::thing, order)
                .thenComparing(pair -> pair.field().path());
        return new OneToOne<>(
                all.stream()
                        .filter(pair -> Confidence.isEnough(pair.field().score()))
                        .sorted(bestFirst)
                        .toList(),
                taken);
    }

    /** The best first, three at most; what is another thing's first is left out, and a thing with none is not there. */
    Map<T, List<Candidate>> candidates() {
        Map<T, Pair<T>> first = new HashMap<>();
        Set<String> gone = new HashSet<>(taken);
        for (Pair<T> pair : pairs) {
            if (!first.containsKey(pair.thing()) && gone.add(pair.place())) {
                first.put(pair.thing(), pair);
            }
        }
        Map<T, List<Candidate>> candidates = new HashMap<>();
        pairs.stream()
                .map(Pair::thing)
                .distinct()
                .forEach(thing -> candidates.put(thing, of(thing, Optional.ofNullable(first.get(thing)), gone)));
        candidates.values().removeIf(List::isEmpty);
        return candidates;
    }

    private List<Candidate> of(T thing, Optional<Pair<T>> first, Set<String> gone) {
        return pairs.stream()
                .filter(pair -> pair.thing().equals(thing))
                .filter(pair -> first.filter(pair::equals).isPresent() || !gone.contains(pair.place()))
                .limit(Suggestion.MOST)
                .map(pair -> pair.field().candidate())
                .toList();
    }
}
