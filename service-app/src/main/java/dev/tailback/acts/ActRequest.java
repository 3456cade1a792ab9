package dev.tailback.acts;

import dev.tailback.problems.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what an operator asks for. It reads the tree itself, because a mapper would pass over a misspelt {@code contractID} and act on everything, or
 * turn a {@code dryRun} of {@code "yes"} into an act.
 */
public final class ActRequest {

    private static final int LONGEST_REASON = 500;

    private final JsonNode body;
    private final List<Map<String, String>> errors = new ArrayList<>();

    /** @throws Problem 400 {@code invalid} when the body is no object */
    public ActRequest(JsonNode body, Set<String> known) {
        if (!body.isObject()) {
            throw invalid("The body must be a JSON object with " + words(known) + ".", List.of());
        }
        this.body = body;
        body.entries().forEach(field -> {
            if (!known.contains(field.getKey())) {
                wrong(shortened(field.getKey()), "is not known here; known are " + words(known));
            }
        });
    }

    /** Empty when it is not given, or blank. */
    public Optional<String> text(String name, int longest) {
        Optional<JsonNode> given = given(name);
        if (given.filter(value -> !value.isString() || value.getStringValue().length() > longest)
                .isPresent()) {
            wrong(name, "must be a text of up to " + longest + " characters");
            return Optional.empty();
        }
        return given.map(JsonNode::getStringValue).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Why it is done, for the record. */
    public Optional<String> why() {
        return text("why", LONGEST_REASON);
    }

    /** Why it is done, where nobody may act without saying so. */
    public String requiredWhy() {
        Optional<String> why = why();
        if (why.isEmpty() && errors.isEmpty()) {
            wrong("why", "say why, in up to " + LONGEST_REASON + " characters");
        }
        return why.orElse("");
    }

    /** False when it is not given. */
    public boolean flag(String name) {
        Optional<JsonNode> given = given(name);
        if (given.filter(value -> !value.isBoolean()).isPresent()) {
            wrong(name, "must be true or false");
            return false;
        }
        return given.map(JsonNode::getBooleanValue).orElse(false);
    }

    /** A whole number between the two, or the usual one when it is not given. */
    public int number(String name, int from, int to, int usual) {
        Optional<JsonNode> given = given(name);
        if (given.filter(value -> !isWhole(value, from, to)).isPresent()) {
            wrong(name, "must be a whole number from " + from + " to " + to);
            return usual;
        }
        return given.map(JsonNode::getIntValue).orElse(usual);
    }

    private static boolean isWhole(JsonNode value, int from, int to) {
        return value.isNumber()
                && value.getBigDecimalValue().stripTrailingZeros().scale() <= 0
                && value.getDoubleValue() >= from
                && value.getDoubleValue() <= to;
    }

    /** Notes what is wrong with a field. */
    public void wrong(String field, String message) {
        errors.add(Map.of("field", field, "message", message));
    }

    /** @throws Problem 400 {@code invalid} that names everything that is wrong */
    public void refuse() {
        if (!errors.isEmpty()) {
            Map<String, String> first = errors.get(0);
            throw invalid("Nothing was done. " + first.get("field") + ": " + first.get("message") + ".", errors);
        }
    }

    private Optional<JsonNode> given(String name) {
        return Optional.ofNullable(body.get(name)).filter(value -> !value.isNull());
    }

    private static Problem invalid(String detail, List<Map<String, String>> errors) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid", detail).with("errors", errors);
    }

    private static String words(Set<String> known) {
        return String.join(", ", new TreeSet<>(known));
    }

    private static String shortened(String name) {
        return name.length() <= 50 ? name : name.substring(0, 50) + "...";
    }
}
