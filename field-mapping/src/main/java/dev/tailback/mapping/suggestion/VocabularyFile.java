package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.suggestion.Vocabulary.Phrase;
import dev.tailback.mapping.suggestion.Vocabulary.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code vocabulary.yaml}, which is shipped: what is wrong in it is our own mistake. */
final class VocabularyFile {

    private VocabularyFile() {}

    static Vocabulary shipped() {
        try (InputStream file = Objects.requireNonNull(
                VocabularyFile.class.getResourceAsStream("vocabulary.yaml"), "vocabulary.yaml is not in the jar")) {
            return vocabulary(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Vocabulary vocabulary(Map<?, ?> file) {
        Map<Idea, Said> said = new EnumMap<>(Idea.class);
        map(in(file, "ideas")).forEach((path, words) -> said.put(idea(String.valueOf(path)), said(map(words))));
        Map<Part, List<String>> objects = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            objects.put(part, words(in(map(in(file, "objects")), part.key())));
        }
        return new Vocabulary(
                concepts(map(in(file, "concepts"))),
                Set.copyOf(words(in(file, "light"))),
                said,
                words(in(file, "doneValues")),
                words(in(file, "endedOtherwise")),
                objects);
    }

    private static Map<String, Set<String>> concepts(Map<?, ?> file) {
        Map<String, Set<String>> concepts = new HashMap<>();
        file.forEach((concept, words) -> words(words)
                .forEach(word -> concepts.computeIfAbsent(word, unused -> new LinkedHashSet<>())
                        .add(String.valueOf(concept))));
        return concepts;
    }

    private static Said said(Map<?, ?> file) {
        List<Phrase> phrases = new ArrayList<>();
        map(in(file, "said"))
                .forEach((phrase, weight) -> phrases.add(new Phrase(
                        List.of(String.valueOf(phrase).split(" ")), Double.parseDouble(String.valueOf(weight)))));
        return new Said(phrases, Set.copyOf(words(in(file, "against"))));
    }

    private static Idea idea(String path) {
        for (Idea idea : Idea.values()) {
            if (idea.path().equals(path)) {
                return idea;
            }
        }
        throw new IllegalStateException("vocabulary.yaml: there is no idea " + path);
    }

    private static List<String> words(Object list) {
        if (!(list instanceof List<?> words)) {
            throw new IllegalStateException("vocabulary.yaml: " + list + " is no list");
        }
        return words.stream()
                .map(String::valueOf)
                .map(Wording::plain)
                .distinct()
                .toList();
    }

    private static Object in(Map<?, ?> file, String key) {
        return Objects.requireNonNull(file.get(key), "vocabulary.yaml: " + key + " is missing");
    }

    private static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("vocabulary.yaml: " + value + " holds no more lines");
    }
}
