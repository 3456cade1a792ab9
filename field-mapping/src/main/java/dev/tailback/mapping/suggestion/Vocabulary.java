package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words that people use for what a field may stand for: Tailback's ideas, or the attributes of customers.
 *
 * @param concepts what each word stands for; words of several parts have a blank between
 * @param light words that say little beside others
 * @param said the phrases for each idea or attribute, by its path, and the words that mean something else
 * @param doneValues how values of a picklist begin that mean that a contract is done
 * @param endedOtherwise values that only look so
 * @param objects what objects are called that could be each part's or entity's, by its key
 */
record Vocabulary(
        Map<String, Set<String>> concepts,
        Set<String> light,
        Map<String, Said> said,
        List<String> doneValues,
        List<String> endedOtherwise,
        Map<String, List<String>> objects) {

    private static final Vocabulary SHIPPED = VocabularyFile.read("vocabulary.yaml");
    private static final Vocabulary CUSTOMERS = VocabularyFile.read("customers.yaml");

    static Vocabulary shipped() {
        return SHIPPED;
    }

    /** Of companies and people, as CRMs keep them. */
    static Vocabulary customers() {
        return CUSTOMERS;
    }

    /** @param against concepts and words */
    record Said(List<Phrase> phrases, Set<String> against) {}

    /** @param weight 1, or less for what is said less often */
    record Phrase(List<String> concepts, double weight) {}

    Set<String> conceptsOf(String word) {
        return concepts.getOrDefault(word, Set.of());
    }

    boolean knows(String word) {
        return concepts.containsKey(word);
    }

    /** The words of a concept, in a fixed order. */
    Collection<String> wordsOf(String concept) {
        return concepts.entrySet().stream()
                .filter(word -> word.getValue().contains(concept))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Said of(Idea idea) {
        return of(idea.path())
                .orElseThrow(() -> new IllegalStateException("the vocabulary has no words for " + idea.path()));
    }

    Optional<Said> of(String path) {
        return Optional.ofNullable(said.get(path));
    }

    List<String> objectsOf(Part part) {
        return objectsOf(part.key());
    }

    /** The likeliest first; none where nobody said any. */
    List<String> objectsOf(String key) {
        return objects.getOrDefault(key, List.of());
    }
}
