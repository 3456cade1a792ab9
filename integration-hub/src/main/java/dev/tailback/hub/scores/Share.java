package dev.tailback.hub.scores;

import java.util.Optional;

/**
 * A part of a whole.
 *
 * @param share from 0 to 1, rounded down to four digits, so that it is 1 only when nothing is missing; not there where
 *     there is nothing to count
 */
public record Share(long part, long whole, Optional<Double> share) {

    private static final double DIGITS = 10_000;

    public static Share of(long part, long whole) {
        return new Share(
                part, whole, whole == 0 ? Optional.empty() : Optional.of(Math.floor(part * DIGITS / whole) / DIGITS));
    }
}
