package dev.tailback.app.suggestions;

import dev.tailback.mapping.FieldPath;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an admin has chosen so far.
 *
 * @param sample of which contract values are shown
 */
public record ObjectNamesAsked(
        Optional<String> contract, Optional<String> line, Optional<String> usage, SampleAsked sample) {

    /** @throws dev.tailback.web.problems.Problem 400 {@code invalid} for what can be no object, or comes too early */
    public ObjectNamesAsked {
        required("contractObject", contract);
        required("lineObject", line);
        required("usageObject", usage);
        if (line.isPresent() && contract.isEmpty()) {
            throw invalid("contractObject", "is missing: lines are looked for among its children");
        }
        if (usage.isPresent() && line.isEmpty()) {
            throw invalid("lineObject", "is missing: usage is looked for among its children");
        }
    }

    private static void required(String parameter, Optional<String> object) {
        object.filter(name -> !FieldPath.NAME.matcher(name).matches()).ifPresent(name -> {
            throw invalid(parameter, "must be the API name of an object, as Order or Order_Line__c");
        });
    }

    private static Problem invalid(String parameter, String message) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "invalid",
                        "Nothing was suggested, because the input is not valid. " + parameter + " " + message + ".")
                .with("errors", List.of(Map.of("field", parameter, "message", message)));
    }
}
