package dev.tailback.hub.creations;

import io.micronaut.data.annotation.MappedEntity;

/**
 * Why a creation waits.
 *
 * @param waits the word of {@code creation_waits}, or where it stands
 * @param about what the CRM said; empty when it said nothing
 */
@MappedEntity
record Waiting(String waits, String about) {

    Absence.Why why() {
        return switch (waits) {
            case "REFUSED" -> Absence.Why.REFUSED;
            case "CREATED" -> Absence.Why.WAS_CREATED;
            case "ON_ITS_WAY" -> Absence.Why.ON_ITS_WAY;
            case "FIRST_READING" -> Absence.Why.FIRST_READING;
            case "READING" -> Absence.Why.READING;
            case "MEETING" -> Absence.Why.MEETING;
            case "STEWARD" -> Absence.Why.STEWARD;
            default -> Absence.Why.NEXT;
        };
    }
}
