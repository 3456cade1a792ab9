package dev.tailback.hub.golden;

import java.time.Instant;

/**
 * A value that took part in a decision.
 *
 * @param value empty text when a person had emptied it, or when the person it belonged to was erased
 * @param from between this time and {@code to} it was set
 * @param code why it won or lost
 * @param why the same as a sentence
 */
public record KeptCandidate(
        String crm, String record, String value, Instant from, Instant to, boolean won, String code, String why) {}
