package dev.tailback.localcrms.hubspot.schema;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the account itself demands of a property's values; HubSpot enforces it on every write through its API.
 *
 * @param required a record must have a value
 */
public record ValueRules(
        boolean required,
        Optional<Integer> minLength,
        Optional<Integer> maxLength,
        Optional<BigDecimal> minNumber,
        Optional<BigDecimal> maxNumber) {

    public static final ValueRules NONE =
            new ValueRules(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What of it a stored value breaks, in a sentence; empty when it breaks nothing. */
    Optional<String> brokenBy(PropertyType type, String stored) {
        if (type == PropertyType.NUMBER) {
            BigDecimal number = new BigDecimal(stored);
            return first(
                    minNumber.filter(least -> number.compareTo(least) < 0).map(least -> "is below " + least),
                    maxNumber.filter(most -> number.compareTo(most) > 0).map(most -> "is above " + most));
        }
        return first(
                minLength
                        .filter(least -> stored.length() < least)
                        .map(least -> "has fewer than " + least + " characters"),
                maxLength.filter(most -> stored.length() > most).map(most -> "has more than " + most + " characters"));
    }

    private static Optional<String> first(Optional<String> one, Optional<String> other) {
        return one.isPresent() ? one : other;
    }
}
