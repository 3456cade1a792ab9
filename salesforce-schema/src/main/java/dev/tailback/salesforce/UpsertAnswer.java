package dev.tailback.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the answer to an upsert. Only a list with exactly one result per record, each of them whole, counts as an
 * answer; anything else with a good status leaves the outcome unknown rather than guessed.
 */
final class UpsertAnswer {

    private UpsertAnswer() {}

    static Delivery read(HttpResponse<String> answer, int sent) {
        Optional<ApiUsage> usage =
                answer.headers().firstValue("Sforce-Limit-Info").flatMap(ApiUsage::parse);
        int status = answer.statusCode();
        // There is none when a proxy refused to open a way for us.
        String body = answer.body() == null ? "" : answer.body();
        if (status == 200) {
            return decided(body, sent, usage);
        }
        if (status < 400) {
            return unusable("HTTP " + status);
        }
        Optional<Duration> retryAfter =
                answer.headers().firstValue("Retry-After").flatMap(RetryAfter::parse);
        return failed(CallFailure.of(status, body), retryAfter, usage);
    }

    private static Delivery failed(CallFailure failure, Optional<Duration> retryAfter, Optional<ApiUsage> usage) {
        if (failure instanceof CallFailure.Refusal refused) {
            return new Delivery.Refused(refused.status(), refused.code(), refused.reason(), usage);
        }
        if (failure instanceof CallFailure.Foreign foreign) {
            return new Delivery.TurnedAway(foreign.status(), foreign.code(), foreign.reason(), retryAfter);
        }
        return new Delivery.Unavailable(failure.code(), failure.reason(), retryAfter, usage);
    }

    private static Delivery decided(String body, int sent, Optional<ApiUsage> usage) {
        JsonNode results = Json.tree(body).orElseGet(Json::nothing);
        if (!results.isArray() || results.size() != sent) {
            return unusable(results.isArray() ? results.size() + " results for " + sent + " records" : "no list");
        }
        List<RowAnswer> rows = new ArrayList<>(sent);
        for (JsonNode result : results) {
            Optional<RowAnswer> row = row(result);
            if (row.isEmpty()) {
                return unusable("a result without verdict");
            }
            rows.add(row.get());
        }
        return readOnly(rows)
                ? new Delivery.Unavailable("READ_ONLY_MODE", "Salesforce is in read-only mode", Optional.empty(), usage)
                : new Delivery.Answered(List.copyOf(rows), usage);
    }

    /** A failed result may carry an id or {@code created} too; only {@code success} decides. */
    private static Optional<RowAnswer> row(JsonNode result) {
        if (!result.path("success").isBoolean()) {
            return Optional.empty();
        }
        String id = result.path("id").asText("");
        if (result.path("success").booleanValue()) {
            return id.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new RowAnswer.Accepted(id, result.path("created").asBoolean()));
        }
        List<RowError> errors = new ArrayList<>();
        result.path("errors").forEach(error -> errors.add(error(error)));
        return errors.isEmpty() ? Optional.empty() : Optional.of(new RowAnswer.Refused(List.copyOf(errors)));
    }

    private static RowError error(JsonNode error) {
        List<String> fields = new ArrayList<>();
        error.path("fields").forEach(field -> fields.add(field.asText()));
        return new RowError(
                error.path("statusCode").asText("UNKNOWN_EXCEPTION"),
                error.path("message").asText(""),
                List.copyOf(fields));
    }

    /** Read-only mode may be told row by row; it is an outage all the same, and no record's fault. */
    private static boolean readOnly(List<RowAnswer> rows) {
        return rows.stream()
                .allMatch(row -> row instanceof RowAnswer.Refused refused
                        && refused.errors().stream()
                                .anyMatch(error -> error.code().equals(CallFailure.READ_ONLY)));
    }

    private static Delivery unusable(String what) {
        return new Delivery.OutcomeUnknown(
                "UNUSABLE_ANSWER", "Salesforce's answer cannot be used (" + what + "); it may have saved the records");
    }
}
