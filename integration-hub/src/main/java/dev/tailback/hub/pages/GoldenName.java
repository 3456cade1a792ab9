package dev.tailback.hub.pages;

import dev.tailback.hub.dossier.AgreedValue;
import dev.tailback.hub.dossier.GoldenView;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call a golden record: its name, or first and last name; its id while nothing of these is agreed. */
final class GoldenName {

    private GoldenName() {}

    static String of(GoldenView golden) {
        return Optional.of(Stream.of("name", "firstName", "lastName")
                        .flatMap(attribute -> value(golden, attribute).stream())
                        .collect(Collectors.joining(" ")))
                .filter(name -> !name.isEmpty())
                .orElse(golden.id().toString());
    }

    private static Optional<String> value(GoldenView golden, String attribute) {
        return golden.values().stream()
                .filter(agreed -> agreed.attribute().equals(attribute))
                .map(AgreedValue::value)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
