package dev.tailback.mapping.suggestion;

import java.util.List;
import java.util.Optional;

/** The last word of an object's name, which says what the thing is. @param word as it is known */
record LastWord(String word, double score) {

    private static final double ALONE = 0.75;
    private static final double BEHIND_OTHERS = 0.6;

    /** @param known the likeliest first */
    static Optional<LastWord> of(Vocabulary vocabulary, String name, List<String> known) {
        List<String> words = Wording.anywhere(vocabulary).words(name);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String last = words.get(words.size() - 1);
        double score = words.size() == 1 ? ALONE : BEHIND_OTHERS;
        return known.stream()
                .filter(last::endsWith)
                .findFirst()
                .map(word -> new LastWord(word, score + (known.size() - known.indexOf(word)) * 0.01));
    }
}
