package dev.tailback.localcrms.hubspot.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words of a text, and words with a star at an end that stands for anything. */
final class Tokens {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}*]+");

    private Tokens() {}

    /** True when each word of the wanted text is among the words of the text. */
    static boolean holds(String text, String wanted) {
        List<String> words = words(text);
        return words(wanted).stream().allMatch(word -> words.stream().anyMatch(one -> matches(one, word)));
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean matches(String word, String wanted) {
        String core = wanted.replace("*", "");
        boolean before = wanted.startsWith("*");
        boolean behind = wanted.endsWith("*");
        if (before && behind) {
            return word.contains(core);
        }
        if (before) {
            return word.endsWith(core);
        }
        return behind ? word.startsWith(core) : word.equals(core);
    }
}
