package dev.tailback.web.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects everything that is wrong with a request, so that people learn it at once. */
final class FieldErrors {

    private final List<Map<String, String>> errors = new ArrayList<>();

    /** @param message the end of a sentence that begins with the field's name */
    void add(String field, String message) {
        errors.add(Invalid.error(field, message));
    }

    int count() {
        return errors.size();
    }

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} when anything was wrong */
    void refuse() {
        if (!errors.isEmpty()) {
            throw Invalid.because(errors);
        }
    }
}
