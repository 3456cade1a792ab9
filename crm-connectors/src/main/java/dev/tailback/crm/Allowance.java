package dev.tailback.crm;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a CRM lets us do.
 *
 * @param left calls in the period that ends last, usually a day; empty where the CRM has not told
 * @param most calls in that period
 * @param waitUntil before which nothing may be sent, since the CRM said so
 */
public record Allowance(OptionalLong left, OptionalLong most, Optional<Instant> waitUntil) {

    public static final Allowance UNTOLD = new Allowance(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
}
