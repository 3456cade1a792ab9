package dev.tailback.mapping.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a name or a label apart: its words small, in the singular, without prefix and suffix of the API, as the vocabulary has them. */
record Wording(Vocabulary vocabulary, Set<String> own, Map<String, String> local) {

    private static final int SHORTEST_COMPOUND = 7;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_END = 2;
    private static final int SHORTEST_STEM = 5;

    /** What German puts between the parts of a compound word. */
    private static final List<String> LINKS = List.of("", "s", "n", "e", "es", "en");

    /**
     * @param own names and labels of the object itself, whose words say little in the names of its fields
     * @param local what words mean in this org beside what they mean everywhere
     */
    static Wording within(Vocabulary vocabulary, List<String> own, Map<String, String> local) {
        Wording any = anywhere(vocabulary);
        Set<String> words =
                own.stream().flatMap(name -> any.words(name).stream()).collect(Collectors.toSet());
        return new Wording(vocabulary, words, Map.copyOf(local));
    }

    static Wording anywhere(Vocabulary vocabulary) {
        return new Wording(vocabulary, Set.of(), Map.of());
    }

    Set<String> conceptsOf(String word) {
        Set<String> everywhere = vocabulary.conceptsOf(word);
        String here = local.get(word);
        if (here == null || everywhere.contains(here)) {
            return everywhere;
        }
        Set<String> all = new HashSet<>(everywhere);
        all.add(here);
        return all;
    }

    boolean means(String word, String concept) {
        return conceptsOf(word).contains(concept);
    }

    boolean isLight(String word) {
        return vocabulary.light().contains(word);
    }

    List<String> words(String name) {
        List<String> apart = Arrays.stream(spaced(apiWords(name)).split(" "))
                .filter(word -> !word.isEmpty())
                .map(Wording::singular)
                .flatMap(word -> parts(word).stream())
                .toList();
        return joined(apart);
    }

    boolean isOwn(String word) {
        return own.contains(word) || isStemOfOwn(word);
    }

    /** As in Lieferdatum__c of a Lieferung__c. */
    private boolean isStemOfOwn(String word) {
        return word.length() >= SHORTEST_STEM && own.stream().anyMatch(whole -> whole.startsWith(word));
    }

    /** Written as the vocabulary writes words. */
    static String plain(String words) {
        return Arrays.stream(spaced(words).split(" "))
                .filter(word -> !word.isEmpty())
                .map(Wording::singular)
                .collect(Collectors.joining(" "));
    }

    /** Without a package's prefix and the suffix of what is custom. */
    private static String apiWords(String name) {
        String[] parts = name.split("__", -1);
        return switch (parts.length) {
            case 2 -> parts[1].length() <= SHORTEST_PART ? parts[0] : parts[1];
            case 3 -> parts[1];
            default -> name;
        };
    }

    private static String spaced(String name) {
        return name.replace("#", " number ")
                .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("(?<=[a-z])[0-9]+", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private static String singular(String word) {
        if (word.length() > SHORTEST_PART && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean isPlural = word.length() > SHORTEST_PART && word.matches(".*[^siu]s");
        return isPlural ? word.substring(0, word.length() - 1) : word;
    }

    /** A compound word is taken apart when all of its parts are known. */
    private List<String> parts(String word) {
        if (isKnown(word) || word.length() < SHORTEST_COMPOUND) {
            return List.of(word);
        }
        return apart(word).orElse(List.of(word));
    }

    private Optional<List<String>> apart(String word) {
        for (int end = word.length() - SHORTEST_END; end >= SHORTEST_PART; end--) {
            Optional<String> head = known(word.substring(0, end));
            if (head.isPresent()) {
                String rest = word.substring(end);
                Optional<List<String>> tail =
                        isEnd(rest) ? Optional.of(List.of(rest)) : apart(rest).filter(more -> more.size() > 1);
                if (tail.isPresent()) {
                    List<String> all = new ArrayList<>(List.of(head.get()));
                    all.addAll(tail.get());
                    return Optional.of(all);
                }
            }
        }
        return Optional.empty();
    }

    /** Of two letters only nr and id are the end of a compound. */
    private boolean isEnd(String rest) {
        return isKnown(rest) && (rest.length() >= SHORTEST_PART || rest.equals("nr") || rest.equals("id"));
    }

    private Optional<String> known(String head) {
        return LINKS.stream()
                .filter(link -> head.endsWith(link) && head.length() - link.length() >= SHORTEST_PART)
                .map(link -> head.substring(0, head.length() - link.length()))
                .filter(part -> isKnown(part) || isStemOfOwn(part))
                .findFirst();
    }

    private boolean isKnown(String word) {
        return vocabulary.knows(word) || own.contains(word);
    }

    /** Words that only together are one of the vocabulary's. */
    private List<String> joined(List<String> words) {
        List<String> joined = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            String pair = next + 1 < words.size() ? words.get(next) + " " + words.get(next + 1) : "";
            boolean isOne = vocabulary.knows(pair);
            joined.add(isOne ? pair : words.get(next));
            next += isOne ? 2 : 1;
        }
        return joined;
    }
}
