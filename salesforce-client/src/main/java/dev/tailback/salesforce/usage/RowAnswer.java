package dev.tailback.salesforce.usage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.salesforce.text.Json;
import java.util.List;
import java.util.function.Function;

/** Salesforce's decision about one snapshot. */
public sealed interface RowAnswer {

    /** The answer of the one function that belongs to this alternative. */
    <R> R fold(Function<? super Accepted, ? extends R> accepted, Function<? super Refused, ? extends R> refused);

    /** As Salesforce writes it, in JSON, with what was read of it. */
    String json();

    /** Saved. {@code created} tells a first save from a later one. */
    record Accepted(String salesforceId, boolean created) implements RowAnswer {

        @Override
        public <R> R fold(
                Function<? super Accepted, ? extends R> accepted, Function<? super Refused, ? extends R> refused) {
            return accepted.apply(this);
        }

        @Override
        public String json() {
            ObjectNode answer =
                    Json.MAPPER.createObjectNode().put("id", salesforceId).put("success", true);
            answer.putArray("errors");
            return answer.put("created", created).toString();
        }
    }

    /** Not saved, with every reason Salesforce gave; there is at least one. */
    record Refused(List<RowError> errors) implements RowAnswer {

        @Override
        public <R> R fold(
                Function<? super Accepted, ? extends R> accepted, Function<? super Refused, ? extends R> refused) {
            return refused.apply(this);
        }

        @Override
        public String json() {
            ObjectNode answer = Json.MAPPER.createObjectNode().put("success", false);
            ArrayNode told = answer.putArray("errors");
            errors.forEach(error -> write(error, told.addObject()));
            return answer.toString();
        }

        private static void write(RowError error, ObjectNode told) {
            told.put("statusCode", error.code()).put("message", error.message());
            ArrayNode fields = told.putArray("fields");
            error.fields().forEach(fields::add);
        }
    }
}
