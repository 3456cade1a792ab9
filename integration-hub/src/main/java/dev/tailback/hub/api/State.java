package dev.tailback.hub.api;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;

/**
 * How much waits at each step of the way.
 *
 * @param unabsorbed observations that are no facts yet
 * @param unmatched records that stand for nothing yet
 * @param due golden records that are to be considered
 * @param open records that do not hold yet what they should
 * @param refused records that a CRM will not let hold it; a person must look
 * @param creations customers that wait to be created in a CRM, without those for which a steward is asked
 * @param candidates questions that wait for a steward
 * @param gone records that people deleted in one CRM, of which no steward has said to leave them so
 */
@Serdeable
@Introspected
public record State(
        long unabsorbed,
        long unmatched,
        long due,
        long open,
        long refused,
        long creations,
        long candidates,
        long gone) {}
