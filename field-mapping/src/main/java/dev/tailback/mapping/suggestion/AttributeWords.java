package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.suggestion.Vocabulary.Phrase;
import dev.tailback.mapping.suggestion.Vocabulary.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How an attribute is said: as the vocabulary knows it, and where it knows nothing, as people called it. */
record AttributeWords(Vocabulary vocabulary, List<Wanted> wanted) {

    Said of(Wanted one) {
        return vocabulary.of(one.path()).orElseGet(() -> own(one));
    }

    /** The words of attributes that the vocabulary does not know mean themselves. */
    Likeness in(OrgObject object) {
        Map<String, String> local = new HashMap<>();
        wanted.stream()
                .filter(one -> vocabulary.of(one.path()).isEmpty())
                .flatMap(one -> one.words().stream())
                .flatMap(words -> Wording.anywhere(vocabulary).words(words).stream())
                .forEach(word -> local.put(word, word));
        return new Likeness(Wording.within(vocabulary, List.of(object.name(), object.label()), local));
    }

    private Said own(Wanted one) {
        Wording anywhere = Wording.anywhere(vocabulary);
        List<Phrase> phrases = one.words().stream()
                .map(anywhere::words)
                .filter(words -> !words.isEmpty())
                .distinct()
                .map(words -> new Phrase(words, 1))
                .toList();
        return new Said(phrases, Set.of());
    }
}
