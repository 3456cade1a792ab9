package dev.tailback.mapping.drift;

import java.util.List;
import java.util.stream.Collectors;

/** Names in a sentence: the first few, and how many more. */
final class Listed {

    private static final int MOST = 10;

    private Listed() {}

    static String of(List<String> names) {
        String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
        return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
    }
}
