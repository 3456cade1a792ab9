package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Suggests fields for all ideas at once, so that no field is suggested for two of them. */
public final class FieldSuggestions {

    private static final Comparator<Pair> BEST_FIRST = Comparator.comparingDouble(
                    (Pair pair) -> -pair.field().score())
            .thenComparing(Pair::idea)
            .thenComparing(pair -> pair.field().path());

    private final Asked asked;
    private final OrgWords words;
    private final List<Pair> pairs;

    private FieldSuggestions(Asked asked) {
        this.asked = asked;
        this.words = new OrgWords(Vocabulary.shipped(), asked);
        this.pairs = asked.ideas().stream()
                .filter(idea -> !asked.kept().containsKey(idea))
                .flatMap(idea -> candidates(idea).stream().map(field -> new Pair(idea, field)))
                .filter(pair -> Confidence.isEnough(pair.field().score()))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** One for each idea whose part has an object, in the order of the ideas. */
    public static List<Suggestion> of(Asked asked) {
        return new FieldSuggestions(asked).all();
    }

    private record Pair(Idea idea, Scored field) {
        /** Unlike in any other object. */
        String place() {
            return idea.part().key() + "." + field.path().toLowerCase(Locale.ROOT);
        }
    }

    private List<Suggestion> all() {
        Map<Idea, Pair> first = assigned();
        Set<String> taken = first.values().stream().map(Pair::place).collect(Collectors.toSet());
        asked.kept().forEach((idea, path) -> taken.add(idea.part().key() + "." + path.toLowerCase(Locale.ROOT)));
        return asked.ideas().stream()
                .map(idea -> suggestion(idea, Optional.ofNullable(first.get(idea)), taken))
                .toList();
    }

    /** The best pair of all is taken first; its idea and its field are then out of the choice. */
    private Map<Idea, Pair> assigned() {
        Map<Idea, Pair> first = new EnumMap<>(Idea.class);
        Set<String> taken = new HashSet<>();
        asked.kept().forEach((idea, path) -> taken.add(idea.part().key() + "." + path.toLowerCase(Locale.ROOT)));
        for (Pair pair : pairs) {
            if (!first.containsKey(pair.idea()) && taken.add(pair.place())) {
                first.put(pair.idea(), pair);
            }
        }
        return first;
    }

    private Suggestion suggestion(Idea idea, Optional<Pair> first, Set<String> taken) {
        List<Candidate> candidates = pairs.stream()
                .filter(pair -> pair.idea() == idea)
                .filter(pair -> first.filter(pair::equals).isPresent() || !taken.contains(pair.place()))
                .limit(Suggestion.MOST)
                .map(pair -> pair.field().candidate())
                .toList();
        return new Suggestion(idea, Optional.ofNullable(asked.kept().get(idea)), candidates);
    }

    private List<Scored> candidates(Idea idea) {
        return asked.object(idea.part())
                .map(object -> new Candidates(asked, object, new Likeness(words.of(idea.part(), object))).of(idea))
                .orElseGet(List::of);
    }
}
