package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.suggestion.OneToOne.Pair;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Suggests fields for all ideas at once, so that no field is suggested for two of them. */
public final class FieldSuggestions {

    private final Asked asked;
    private final OrgWords words;

    private FieldSuggestions(Asked asked) {
        this.asked = asked;
        this.words = new OrgWords(Vocabulary.shipped(), asked);
    }

    /** One for each idea whose part has an object, in the order of the ideas. */
    public static List<Suggestion> of(Asked asked) {
        return new FieldSuggestions(asked).all();
    }

    private List<Suggestion> all() {
        List<Pair<Idea>> pairs = asked.ideas().stream()
                .filter(idea -> !asked.kept().containsKey(idea))
                .flatMap(idea ->
                        candidates(idea).stream().map(field -> new Pair<>(idea, place(idea, field.path()), field)))
                .toList();
        Map<Idea, List<Candidate>> candidates =
                OneToOne.of(pairs, Comparator.naturalOrder(), taken()).candidates();
        return asked.ideas().stream()
                .map(idea -> new Suggestion(
                        idea, Optional.ofNullable(asked.kept().get(idea)), candidates.getOrDefault(idea, List.of())))
                .toList();
    }

    private Set<String> taken() {
        return asked.kept().entrySet().stream()
                .map(kept -> place(kept.getKey(), kept.getValue()))
                .collect(Collectors.toSet());
    }

    /** Unlike in any other object. */
    private static String place(Idea idea, String path) {
        return idea.part().key() + "." + path.toLowerCase(Locale.ROOT);
    }

    private List<Scored> candidates(Idea idea) {
        return asked.object(idea.part())
                .map(object -> new Candidates(asked, object, new Likeness(words.of(idea.part(), object))).of(idea))
                .orElseGet(List::of);
    }
}
