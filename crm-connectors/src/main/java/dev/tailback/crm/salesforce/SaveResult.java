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
    private static final String END_OF_ROW = "--";

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

    /** Of a job that saved it. */
    static Written ofSavedRow(String id, String created) {
        return Soql.isId(id) && (created.equals("true") || created.equals("false"))
                ? new Written.Accepted(id, created.equals("true"), Map.of())
                : new Written.Unknown("Salesforce's job saved the record and does not say as which.");
    }

    /** Of a job that refused it. @param error as in {@code CODE:message:FIELD --} */
    static Written ofRefusedRow(String error) {
        boolean isWhole = error.endsWith(END_OF_ROW);
        String told = isWhole ? error.substring(0, error.length() - END_OF_ROW.length()) : error;
        int first = told.indexOf(':');
        int last = told.lastIndexOf(':');
        if (first < 0) {
            return refused("", told, "", false);
        }
        String rest = told.substring(first + 1);
        return isWhole && last > first
                ? refused(told.substring(0, first), told.substring(first + 1, last), field(told, last), false)
                : refused(told.substring(0, first), rest, "", false);
    }

    /** The first one, where it names several. */
    private static String field(String told, int colon) {
        String fields = told.substring(colon + 1);
        int comma = fields.indexOf(',');
        return (comma < 0 ? fields : fields.substring(0, comma)).strip();
    }

    private static Written refused(String code, JsonNode error, boolean isById) {
        String field = error.path("fields").path(0).asText("");
        return refused(code, error.path("message").asText(""), field, isById);
    }

    private static Written refused(String told, String said, String about, boolean isById) {
        String code = CallFailure.CODE.matcher(told).matches() ? told : "UNKNOWN_EXCEPTION";
        String message = ForeignText.line(said, CallFailure.LONGEST_REASON);
        Optional<String> field = Optional.of(about)
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
