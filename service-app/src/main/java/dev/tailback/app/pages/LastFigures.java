package dev.tailback.app.pages;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a product's figures were when Salesforce was last read. A label for people in an outage; nothing is decided by
 * it.
 *
 * @param currency of the price, where it was known then
 * @param since units booked here that Salesforce did not count then
 */
public record LastFigures(
        BigDecimal unitsSold,
        BigDecimal unitPrice,
        Optional<String> currency,
        BigDecimal consumed,
        BigDecimal available,
        long since,
        Instant readAt) {

    private BigDecimal bookable() {
        return available.subtract(BigDecimal.valueOf(since));
    }

    /** What would be left if nothing else has changed since; never less than nothing. */
    public BigDecimal left() {
        return bookable().max(BigDecimal.ZERO);
    }

    /** Units booked beyond that. */
    public BigDecimal overused() {
        return bookable().negate().max(BigDecimal.ZERO);
    }
}
