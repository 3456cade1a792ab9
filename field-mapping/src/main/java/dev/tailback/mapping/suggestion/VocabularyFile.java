package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.suggestion.Vocabulary.Phrase;
import dev.tailback.mapping.suggestion.Vocabulary.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a file of words, which is shipped: what is wrong in it is our own mistake. */
final class VocabularyFile {

    private VocabularyFile() {}

    static Vocabulary read(String name) {
        try (InputStream file =
                Objects.requireNonNull(VocabularyFile.class.getResourceAsStream(name), name + " is not in the jar")) {
            return vocabulary(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Vocabulary vocabulary(Map<?, ?> file) {
        Map<String, Said> said = new HashMap<>();
        map(in(file, "ideas")).forEach((path, words) -> said.put(String.valueOf(path), said(map(words))));
        Map<String, List<String>> objects = new HashMap<>();
        map(in(file, "objects")).forEach((key, words) -> objects.put(String.valueOf(key), words(words)));
        return new Vocabulary(
                concepts(map(in(file, "concepts"))),
                Set.copyOf(words(in(file, "light"))),
                Map.copyOf(said),
                words(in(file, "doneValues")),
                words(in(file, "endedOtherwise")),
                Map.copyOf(objects));
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

    private static List<String> words(Object list) {
        if (!(list instanceof List<?> words)) {
            throw new IllegalStateException("a file of words: " + list + " is no list");
        }
        return words.stream()
                .map(String::valueOf)
                .map(Wording::plain)
                .distinct()
                .toList();
    }

    private static Object in(Map<?, ?> file, String key) {
        return Objects.requireNonNull(file.get(key), "a file of words: " + key + " is missing");
    }

    private static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("a file of words: " + value + " holds no more lines");
    }
}
