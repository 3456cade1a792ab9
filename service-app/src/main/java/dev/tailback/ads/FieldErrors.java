package dev.tailback.ads;

import dev.tailback.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects everything that is wrong with a request, so that people learn it at once. */
final class FieldErrors {

    private final List<Map<String, String>> errors = new ArrayList<>();

    void add(String field, String message) {
        errors.add(Map.of("field", field, "message", message));
    }

    /** @throws Problem 400 {@code invalid} when anything was wrong */
    void refuse() {
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
    }

    static Problem invalid(String field, String message) {
        return invalid(List.of(Map.of("field", field, "message", message)));
    }

    private static Problem invalid(List<Map<String, String>> errors) {
        Map<String, String> first = errors.get(0);
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "Nothing was saved, because the input is not valid. " + first.get("field") + " "
                                + first.get("message") + ".")
                .with("errors", errors);
    }
}
