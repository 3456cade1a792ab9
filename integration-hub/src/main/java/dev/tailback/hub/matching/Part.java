package dev.tailback.hub.matching;

import java.util.Locale;

/**
 * What one attribute says about a pair.
 *
 * @param bits positive for the same thing, negative against; one more bit doubles the odds
 */
public record Part(String attribute, String label, Agreement agreement, double bits) {

    /** For people: {@code Name: nearly the same (+6.1)}. */
    public String words() {
        return String.format(Locale.ROOT, "%s: %s (%+.1f)", label, agreement.words(), bits);
    }
}
