package dev.tailback.hub.pages;

import dev.tailback.hub.dossier.AgreedValue;
import dev.tailback.hub.dossier.GoldenView;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call a golden record: its name, or first and last name; its id while nothing of these is agreed. */
final class GoldenName {

    private GoldenName() {}

    static String of(GoldenView golden) {
        return of(
                golden.id(),
                golden.values().stream().collect(Collectors.toMap(AgreedValue::attribute, AgreedValue::value)));
    }

    /** @param values what is known of it, by attribute */
    static String of(UUID id, Map<String, String> values) {
        return Optional.of(Stream.of("name", "firstName", "lastName")
                        .map(attribute -> values.getOrDefault(attribute, ""))
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.joining(" ")))
                .filter(name -> !name.isEmpty())
                .orElse(id.toString());
    }
}
