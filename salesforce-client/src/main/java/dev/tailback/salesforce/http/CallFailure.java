package dev.tailback.salesforce.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.text.ForeignText;
import dev.tailback.salesforce.text.Json;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What an answer without success means for the whole call. The status alone does not tell; Salesforce's code does. */
public sealed interface CallFailure {

    String code();

    String reason();

    /** The answer of the one function that belongs to this alternative. */
    <R> R fold(
            Function<? super Refusal, ? extends R> refusal,
            Function<? super Foreign, ? extends R> foreign,
            Function<? super Outage, ? extends R> outage);

    /** Salesforce said so in its own form; a person must change something first. */
    record Refusal(int status, String code, String reason) implements CallFailure {

        @Override
        public <R> R fold(
                Function<? super Refusal, ? extends R> refusal,
                Function<? super Foreign, ? extends R> foreign,
                Function<? super Outage, ? extends R> outage) {
            return refusal.apply(this);
        }
    }

    /** Refused in another form than Salesforce's: by a firewall, a proxy or a gateway. */
    record Foreign(int status, String code, String reason) implements CallFailure {

        @Override
        public <R> R fold(
                Function<? super Refusal, ? extends R> refusal,
                Function<? super Foreign, ? extends R> foreign,
                Function<? super Outage, ? extends R> outage) {
            return foreign.apply(this);
        }
    }

    /** It passes without anybody's doing. */
    record Outage(String code, String reason) implements CallFailure {

        @Override
        public <R> R fold(
                Function<? super Refusal, ? extends R> refusal,
                Function<? super Foreign, ? extends R> foreign,
                Function<? super Outage, ? extends R> outage) {
            return outage.apply(this);
        }
    }

    /** Statuses of a place that is busy or moving: 420 and 406 come from Salesforce Edge while it cannot route yet. */
    Set<Integer> PASSING = Set.of(401, 406, 408, 420, 425, 429);

    String READ_ONLY = "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE";
    String PROXY_REFUSED = "PROXY_REFUSED";
    String MOVED = "MOVED";

    Set<String> PASSING_CODES = Set.of(
            READ_ONLY,
            "SERVER_UNAVAILABLE",
            "API_CURRENTLY_DISABLED",
            "TOO_MANY_APEX_REQUESTS",
            "UNKNOWN_EXCEPTION",
            "INVALID_SESSION_ID",
            "UNABLE_TO_LOCK_ROW");

    Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,79}");
    int LONGEST_REASON = 1_000;

    static CallFailure of(int status, String body) {
        JsonNode error = firstError(body);
        String code = code(error);
        String message = ForeignText.line(error.path("message").asText(""), LONGEST_REASON);
        if (code.equals("REQUEST_LIMIT_EXCEEDED")) {
            return limit(message);
        }
        if (code.equals(READ_ONLY)) {
            return new Outage("READ_ONLY_MODE", said(status, message));
        }
        if (status >= 500 || PASSING.contains(status) || PASSING_CODES.contains(code)) {
            return new Outage(code.isEmpty() ? unnamed(status, body) : code, said(status, message));
        }
        return code.isEmpty() ? foreign(status) : new Refusal(status, code, said(status, message));
    }

    // Salesforce's data API always names its reason, so an answer without a name comes from another server.
    private static CallFailure foreign(int status) {
        return switch (status) {
            case 403 -> new Outage("HTTP_403", strange(status));
            case 407 -> new Outage(PROXY_REFUSED, ProxyRefusal.WHO_ASKS);
            default -> new Foreign(status, "HTTP_" + status, strange(status));
        };
    }

    private static String strange(int status) {
        return "The call was refused with HTTP " + status
                + ", and not in the form of an answer of Salesforce: look at the"
                + " firewall, proxy or gateway in between, and at SALESFORCE_LOGIN_URL.";
    }

    /** The daily and the concurrent limit share one code; only the text tells a pause of hours from one of seconds. */
    private static CallFailure limit(String message) {
        boolean concurrent = message.toLowerCase(Locale.ROOT).contains("concurrent");
        return new Outage(concurrent ? "CONCURRENCY_LIMIT" : "QUOTA_USED_UP", message);
    }

    private static String unnamed(int status, String body) {
        boolean page = status == 503 && body.toLowerCase(Locale.ROOT).contains("maintenance");
        return page ? "MAINTENANCE" : "HTTP_" + status;
    }

    private static String said(int status, String message) {
        return message.isBlank() ? "Salesforce answered with HTTP " + status + " and no reason" : message.strip();
    }

    private static String code(JsonNode error) {
        String code = error.path("errorCode").asText("");
        return CODE.matcher(code).matches() ? code : "";
    }

    private static JsonNode firstError(String body) {
        JsonNode root = Json.tree(body).orElseGet(Json::nothing);
        return root.isArray() ? root.path(0) : root;
    }
}
