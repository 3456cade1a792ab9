package dev.tailback.web.input;

import java.util.ArrayList;
import java.util.List;

/**
 * Names and values as they stand in a query or a form, decoded.
 *
 * @param all in the order they came
 */
record Pairs(List<Pair> all) {

    /** More than any page or program of ours sends. */
    static final int MOST = 500;

    record Pair(String name, String value) {}

    /**
     * @param encoded one character is one byte
     * @param where what the pairs are called in a refusal
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid} when it cannot be decoded
     */
    static Pairs of(String encoded, String where) {
        List<Pair> pairs = new ArrayList<>();
        for (int from = 0; from < encoded.length(); ) {
            int end = end(encoded, from);
            if (end > from) {
                pairs.add(pair(encoded.substring(from, end), where));
            }
            if (pairs.size() > MOST) {
                throw Invalid.because(where, "has more than " + MOST + " fields");
            }
            from = end + 1;
        }
        return new Pairs(List.copyOf(pairs));
    }

    private static int end(String encoded, int from) {
        int end = encoded.indexOf('&', from);
        return end < 0 ? encoded.length() : end;
    }

    private static Pair pair(String encoded, String where) {
        int equals = encoded.indexOf('=');
        String name = part(equals < 0 ? encoded : encoded.substring(0, equals), where);
        return new Pair(name, part(equals < 0 ? "" : encoded.substring(equals + 1), where));
    }

    private static String part(String encoded, String where) {
        return PercentEncoded.text(encoded, true)
                .orElseThrow(() -> Invalid.because(
                        where,
                        "cannot be decoded: after each percent sign two hex digits must follow, and it must be UTF-8"));
    }
}
