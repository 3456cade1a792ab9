package dev.tailback.localorg.switches;

import java.util.List;
import java.util.regex.Pattern;

/** What a switch may be set to. */
sealed interface Answers {

    /** An HTTP status that refuses. */
    static Answers status(int best) {
        return new Numbers(best, 400, 599);
    }

    static Answers words(String... best) {
        return new Words(List.of(best));
    }

    /** The best guess. */
    String best();

    boolean allow(String value);

    /** For people, after "is". */
    String told();

    /** A few words, the best guess first. */
    record Words(List<String> all) implements Answers {

        @Override
        public String best() {
            return all.get(0);
        }

        @Override
        public boolean allow(String value) {
            return all.contains(value);
        }

        @Override
        public String told() {
            return "one of " + all;
        }
    }

    /** A whole number between two. */
    record Numbers(long usual, long from, long to) implements Answers {

        private static final Pattern DIGITS = Pattern.compile("0|[1-9]\\d{0,9}");

        @Override
        public String best() {
            return String.valueOf(usual);
        }

        @Override
        public boolean allow(String value) {
            return DIGITS.matcher(value).matches() && Long.parseLong(value) >= from && Long.parseLong(value) <= to;
        }

        @Override
        public String told() {
            return "a whole number from " + from + " to " + to;
        }
    }
}
