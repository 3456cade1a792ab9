package dev.tailback.crm.declared;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an error stands in an answer, and which statuses and codes mean more than a refusal.
 *
 * @param forNow a repeat may help
 * @param unavailable the CRM takes nothing now
 * @param gone there is no such record
 */
record ErrorPlaces(
        List<Place> code,
        List<Place> message,
        List<Place> field,
        Set<String> forNow,
        Set<String> unavailable,
        Set<String> gone) {

    ErrorPlaces {
        code = List.copyOf(code);
        message = List.copyOf(message);
        field = List.copyOf(field);
        forNow = Set.copyOf(forNow);
        unavailable = Set.copyOf(unavailable);
        gone = Set.copyOf(gone);
    }

    static Optional<String> first(List<Place> places, JsonNode json) {
        return places.stream().flatMap(place -> place.text(json).stream()).findFirst();
    }
}
