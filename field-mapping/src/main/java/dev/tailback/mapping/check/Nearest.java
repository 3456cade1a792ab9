package dev.tailback.mapping.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody probably meant: the letters differ in few places. */
final class Nearest {

    /** One place in so many letters may differ. */
    private static final int LETTERS_A_PLACE = 4;

    private Nearest() {}

    static Optional<String> to(String name, Collection<String> names) {
        return names.stream()
                .filter(known -> distance(plain(name), plain(known)) <= most(name))
                .min(Comparator.comparingInt((String known) -> distance(plain(name), plain(known)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** For the end of a sentence about a name that is not there. */
    static String hint(String name, Collection<String> names) {
        return to(name, names).map(known -> " There is " + known + ".").orElse("");
    }

    private static int most(String name) {
        return Math.max(1, plain(name).length() / LETTERS_A_PLACE);
    }

    /** Without what all custom names end with, and without what people set between words. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("__(c|r)$", "")
                .replace("_", "")
                .replace(" ", "");
    }

    /** How many letters must be put in, left out or changed (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int change = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
