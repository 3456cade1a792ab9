package dev.tailback.web.input;

import java.util.Set;
import java.util.TreeSet;

/** The JSON body of a call. */
public record JsonBody(Json json) {

    /** The same of a file. @throws dev.tailback.web.problems.Problem 400 {@code malformed_json} or {@code invalid} */
    public static JsonBody read(byte[] bytes) {
        return new JsonBody(JsonReader.read(bytes));
    }

    /**
     * The object that the body must be.
     *
     * @param known the names it may have; every other one is noted as wrong
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid} when the body is no object
     */
    public JsonObject object(Set<String> known) {
        return json.fields()
                .map(fields -> JsonObject.of(fields, known))
                .orElseThrow(() -> Invalid.because(
                        "body", "must be a JSON object with " + String.join(", ", new TreeSet<>(known))));
    }
}
