package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Written;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.text.ForeignText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Salesforce says of one record. */
final class SaveResult {

    private static final Set<String> GONE = Set.of("ENTITY_IS_DELETED", "NOT_FOUND");
    private static final String NO_SUCH_RECORD = "INVALID_CROSS_REFERENCE_KEY";
    private static final String TOO_MANY_RETRIES = "Too many batch retries";
    private static final int LONGEST_FIELD = 255;

    private SaveResult() {}

    /** Of a collection; a result without a verdict leaves the outcome unknown. */
    static Written of(JsonNode result) {
        if (result.path("success").asBoolean(false)) {
            String id = result.path("id").asText("");
            return Soql.isId(id)
                    ? new Written.Accepted(id, result.path("created").asBoolean(false), Map.of())
                    : new Written.Unknown("Salesforce accepted the record and named no id.");
        }
        JsonNode error = result.path("errors").path(0);
        return error.isObject() && result.path("success").isBoolean()
                ? refused(error.path("statusCode").asText(""), error, false)
                : new Written.Unknown("Salesforce's answer has no verdict about this record.");
    }

    /** Of a call for one record by its id. */
    static Written ofCall(JsonNode errors) {
        JsonNode error = errors.isArray() ? errors.path(0) : errors;
        return refused(error.path("errorCode").asText(""), error, true);
    }

    private static Written refused(String told, JsonNode error, boolean isById) {
        String code = CallFailure.CODE.matcher(told).matches() ? told : "UNKNOWN_EXCEPTION";
        String message = ForeignText.line(error.path("message").asText(""), CallFailure.LONGEST_REASON);
        Optional<String> field = Optional.of(error.path("fields").path(0).asText(""))
                .map(name -> ForeignText.line(name, LONGEST_FIELD))
                .filter(name -> !name.isEmpty());
        boolean isAboutItself = field.isEmpty() || field.get().equals("Id");
        if (isById && (GONE.contains(code) || code.equals(NO_SUCH_RECORD) && isAboutItself)) {
            return new Written.Gone();
        }
        boolean isForNow = CallFailure.PASSING_CODES.contains(code) || message.contains(TOO_MANY_RETRIES);
        return new Written.Refused(
                code, message.isEmpty() ? "Salesforce refuses the record without a reason." : message, field, isForNow);
    }
}
