package dev.tailback.app.oidc;

import dev.tailback.app.accounts.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which value of the claim gives which role. A value may be written as a directory writes it, with commas and {@code =}. */
record RoleMapping(List<Given> given) {

    private record Given(Role role, String value) {}

    /** @throws IllegalArgumentException when {@link #objection} has one */
    static RoleMapping read(String text) {
        List<Given> given = new ArrayList<>();
        for (String pair : text.split(";")) {
            if (!pair.isBlank()) {
                given.add(pair(pair.strip()));
            }
        }
        return new RoleMapping(
                given.isEmpty()
                        ? Stream.of(Role.values())
                                .map(role -> new Given(role, role.word()))
                                .toList()
                        : List.copyOf(given));
    }

    static Optional<String> objection(String text) {
        try {
            read(text);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    /** In the order of roles, each once. */
    List<Role> of(Collection<String> values) {
        return given.stream()
                .filter(pair -> values.contains(pair.value()))
                .map(Given::role)
                .distinct()
                .sorted()
                .toList();
    }

    private static Given pair(String pair) {
        int end = pair.indexOf('=');
        Optional<Role> role =
                end < 0 ? Optional.empty() : Role.of(pair.substring(0, end).strip());
        String value = pair.substring(end + 1).strip();
        if (role.isEmpty() || value.isEmpty()) {
            throw new IllegalArgumentException("TAILBACK_OIDC_ROLES has '" + pair
                    + "': write role=value with ; between," + " and roles of " + String.join(", ", Role.words()));
        }
        return new Given(role.get(), value);
    }
}
