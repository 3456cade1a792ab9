package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.suggestion.Vocabulary.Phrase;
import dev.tailback.mapping.suggestion.Vocabulary.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How much a name says what a phrase says: 1 for the same, less for each word that one has and the other has not. */
record Likeness(Wording wording) {

    private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();

    /** Two slips in a word of ten letters; less would take "consumer" for "consumed". */
    private static final double ALIKE_ENOUGH = 0.95;

    private static final int SHORTEST_ALIKE = 6;
    private static final double SYNONYM = 0.98;
    private static final double LIGHT = 0.35;
    private static final double OWN = 0.05;
    private static final double AGAINST = 0.4;

    /** @param score 0 where nothing is alike */
    record Found(double score, List<Reason> reasons) {
        static final Found NOTHING = new Found(0, List.of());
    }

    /** The better of name and label counts, the other one a little. */
    Found of(String name, String label, Said said) {
        Found byName = of(name, said);
        Found byLabel = of(label, said);
        Found better = byName.score() >= byLabel.score() ? byName : byLabel;
        double other = Math.min(byName.score(), byLabel.score());
        return new Found(0.85 * better.score() + 0.15 * other, better.reasons());
    }

    /** Whether name or label has a word that means something else. */
    boolean isAgainst(String name, String label, Idea idea) {
        Set<String> against = wording.vocabulary().of(idea).against();
        return Stream.of(name, label)
                .flatMap(each -> wording.words(each).stream())
                .anyMatch(word -> isAgainst(word, against));
    }

    private Found of(String name, Said said) {
        List<String> words = wording.words(name);
        return said.phrases().stream()
                .map(phrase -> of(words, phrase, said.against()))
                .max(Comparator.comparingDouble(Found::score))
                .orElse(Found.NOTHING);
    }

    private Found of(List<String> words, Phrase phrase, Set<String> against) {
        List<String> left = new ArrayList<>(words);
        List<Reason> reasons = new ArrayList<>();
        double matched = 0;
        for (String concept : phrase.concepts()) {
            Optional<Met> met = met(left, concept);
            if (met.isPresent()) {
                matched += met.get().score();
                left.remove(met.get().word());
                reasons.add(met.get().reason());
            }
        }
        if (matched == 0) {
            return Found.NOTHING;
        }
        double recall = matched / phrase.concepts().size();
        double precision =
                matched / (matched + left.stream().mapToDouble(this::weight).sum());
        double score = phrase.weight() * 2 * recall * precision / (recall + precision);
        return new Found(left.stream().anyMatch(word -> isAgainst(word, against)) ? score * AGAINST : score, reasons);
    }

    private boolean isAgainst(String word, Set<String> against) {
        return !wording.isOwn(word)
                && (against.contains(word) || wording.conceptsOf(word).stream().anyMatch(against::contains));
    }

    private double weight(String word) {
        if (wording.isOwn(word)) {
            return OWN;
        }
        return wording.isLight(word) ? LIGHT : 1;
    }

    private record Met(String word, double score, Reason reason) {}

    private Optional<Met> met(List<String> words, String concept) {
        Optional<Met> exact = words.stream()
                .filter(word -> wording.means(word, concept))
                .findFirst()
                .map(word -> isSame(word, concept)
                        ? new Met(word, 1, new Reason(Why.SAME_WORD, word))
                        : new Met(word, SYNONYM, new Reason(Why.SYNONYM, word + " = " + concept)));
        return exact.or(() -> words.stream()
                .filter(word ->
                        word.length() >= SHORTEST_ALIKE && !wording.vocabulary().knows(word) && !wording.isOwn(word))
                .flatMap(word -> alike(word, concept).stream())
                .findFirst());
    }

    private static boolean isSame(String word, String concept) {
        return word.equals(concept) || (word + "s").equals(concept);
    }

    private Optional<Met> alike(String word, String concept) {
        return wording.vocabulary().wordsOf(concept).stream()
                .filter(known -> known.length() >= SHORTEST_ALIKE && ALIKE.apply(known, word) >= ALIKE_ENOUGH)
                .findFirst()
                .map(known -> new Met(word, 0.9, new Reason(Why.ALIKE, word + " ~ " + known)));
    }
}
