package dev.tailback.hub.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * What one field of a CRM's record holds.
 *
 * @param attribute what it stands for; empty when the mapping does not name it any more
 * @param value as the CRM stores it; empty text for an empty field
 * @param given the agreed value that we wrote there, and that the CRM stores as {@code value}; not there when a person
 *     set it
 * @param refusedBy the rule of quality that refused what a person put here: it stays, and takes part in nothing
 * @param saidFrom between this time and {@code saidTo} a person set it; not there when nobody did
 */
public record FieldView(
        String field,
        Optional<String> attribute,
        String value,
        Optional<String> given,
        Optional<String> refusedBy,
        Optional<Instant> saidFrom,
        Optional<Instant> saidTo) {}
