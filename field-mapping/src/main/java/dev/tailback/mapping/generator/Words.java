package dev.tailback.mapping.generator;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names for people. */
final class Words {

    private static final int LONGEST_LABEL = 40;

    private Words() {}

    /** The org's own label, no longer than Salesforce takes one. */
    static String label(String said) {
        String line = said.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_LABEL ? line.substring(0, LONGEST_LABEL).strip() : line;
    }

    /** The first letters of a name: PU for Product_Usage. */
    static String initials(String base) {
        return Stream.of(base.split("_"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
