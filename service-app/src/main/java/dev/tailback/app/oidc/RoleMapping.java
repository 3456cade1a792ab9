package dev.tailback.app.oidc;

import dev.tailback.app.accounts.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which value of the claim gives which role. A value may be written as a directory writes it, with commas and {@code =}. */
record RoleMapping(List<Given> given) {

    private record Given(Role role, String value) {}

    /** @throws IllegalArgumentException when {@link #objection} has one */
    static RoleMapping read(String text) {
        objection(text).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        List<Given> given =
                pairs(text).map(RoleMapping::given).flatMap(Optional::stream).toList();
        return new RoleMapping(
                given.isEmpty()
                        ? Stream.of(Role.values())
                                .map(role -> new Given(role, role.word()))
                                .toList()
                        : given);
    }

    static Optional<String> objection(String text) {
        return pairs(text)
                .filter(pair -> given(pair).isEmpty())
                .findFirst()
                .map(pair -> "TAILBACK_OIDC_ROLES has '" + pair + "': write role=value with ; between, and roles of "
                        + String.join(", ", Role.words()));
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

    private static Stream<String> pairs(String text) {
        return Stream.of(text.split(";")).map(String::strip).filter(pair -> !pair.isEmpty());
    }

    /** Empty when it is no role with a value. */
    private static Optional<Given> given(String pair) {
        int end = pair.indexOf('=');
        String value = pair.substring(end + 1).strip();
        return end < 0 || value.isEmpty()
                ? Optional.empty()
                : Role.of(pair.substring(0, end).strip()).map(role -> new Given(role, value));
    }
}
