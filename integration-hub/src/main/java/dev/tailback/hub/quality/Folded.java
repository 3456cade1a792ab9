package dev.tailback.hub.quality;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without case, accents and punctuation, for comparing. People never see it. */
public final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern JOINED = Pattern.compile("['’`´.]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    /** Words with one space between them. */
    public static String of(String text) {
        String letters =
                spelled(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        String plain = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        // A letter that had another mark shows itself only now.
        return BETWEEN.matcher(JOINED.matcher(spelled(plain)).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static String spelled(String text) {
        return text.replace("ß", "ss")
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa")
                .replace("ł", "l")
                .replace("&", " and ")
                .replace("+", " and ");
    }

    public static List<String> words(String text) {
        String folded = of(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }
}
