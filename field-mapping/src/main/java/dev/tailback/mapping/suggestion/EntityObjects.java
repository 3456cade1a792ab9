package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.schema.OrgObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says how probably the records of an object are of an entity: by what it is called, and by the fields that it has. */
public final class EntityObjects {

    private static final double BY_FIELDS = 0.5;
    private static final double ALL_FIELDS = 0.6;

    private EntityObjects() {}

    /**
     * @param entity as the vocabulary of customers knows it; one that it does not know goes by its words
     * @param words what people call it: its name and its labels
     * @param wanted its attributes
     * @return empty where it is not probable
     */
    public static Optional<ObjectCandidate> of(
            String entity, List<String> words, List<Wanted> wanted, OrgObject object) {
        List<Reason> reasons = new ArrayList<>();
        Optional<LastWord> named = named(entity, words, object);
        named.ifPresent(last -> reasons.add(new Reason(Why.SAME_WORD, last.word())));
        Map<String, List<Candidate>> found = AttributeSuggestions.of(object, wanted, Set.of(), ValuesSeen.NONE);
        double share = wanted.isEmpty() ? 0 : (double) found.size() / wanted.size();
        if (!found.isEmpty()) {
            reasons.add(new Reason(Why.HAS_FIELDS, found.size() + " / " + wanted.size()));
        }
        double score =
                named.map(last -> last.score() * BY_FIELDS).orElse(0.0) + Math.min(1, share / ALL_FIELDS) * BY_FIELDS;
        return Confidence.isEnough(score)
                ? Optional.of(new ObjectCandidate(object.name(), Confidence.of(score), reasons))
                : Optional.empty();
    }

    private static Optional<LastWord> named(String entity, List<String> words, OrgObject object) {
        Vocabulary vocabulary = Vocabulary.customers();
        List<String> known = Stream.concat(
                        vocabulary.objectsOf(entity).stream(), words.stream().map(Wording::plain))
                .distinct()
                .toList();
        return LastWord.of(vocabulary, object.name(), known).or(() -> LastWord.of(vocabulary, object.label(), known));
    }
}
