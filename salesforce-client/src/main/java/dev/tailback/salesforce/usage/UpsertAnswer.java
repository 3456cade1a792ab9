package dev.tailback.salesforce.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.ApiUsage;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.Redirect;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.text.ForeignText;
import dev.tailback.salesforce.text.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the answer to an upsert. Only a list with exactly one result per record, each of them whole, counts as an
 * answer; anything else with a good status leaves the outcome unknown rather than guessed.
 */
final class UpsertAnswer {

    private static final int MOST_ERRORS = 50;
    private static final int MOST_FIELDS = 50;
    private static final int LONGEST_FIELD = 255;

    private UpsertAnswer() {}

    static Delivery read(OrgAnswer answer, URI asked, int sent, Instant now) {
        Optional<ApiUsage> usage = ApiUsage.told(answer.headers());
        Optional<String> redirect = Redirect.told(answer, asked);
        if (answer.status() == 200) {
            return decided(answer, sent, usage);
        }
        OptionalInt status = OptionalInt.of(answer.status());
        if (redirect.isPresent()) {
            return new Delivery.Unavailable(status, CallFailure.MOVED, redirect.get(), Optional.empty(), usage);
        }
        if (answer.status() < 400) {
            return unusable(answer.status(), "HTTP " + answer.status());
        }
        return failed(status, CallFailure.of(answer.status(), answer.text()), answer.retryAfter(now), usage);
    }

    private static Delivery failed(
            OptionalInt status, CallFailure failure, Optional<Duration> retryAfter, Optional<ApiUsage> usage) {
        return failure.fold(
                refusal -> new Delivery.Refused(refusal.status(), refusal.code(), refusal.reason(), usage),
                foreign -> new Delivery.TurnedAway(foreign.status(), foreign.code(), foreign.reason(), retryAfter),
                outage -> new Delivery.Unavailable(status, outage.code(), outage.reason(), retryAfter, usage));
    }

    private static Delivery decided(OrgAnswer answer, int sent, Optional<ApiUsage> usage) {
        JsonNode results = answer.json().orElseGet(Json::nothing);
        if (!results.isArray() || results.size() != sent) {
            return unusable(
                    answer.status(),
                    results.isArray() ? results.size() + " results for " + sent + " records" : "no list");
        }
        List<RowAnswer> rows = new ArrayList<>(sent);
        for (JsonNode result : results) {
            Optional<RowAnswer> row = row(result);
            if (row.isEmpty()) {
                return unusable(answer.status(), "a result without verdict");
            }
            rows.add(row.get());
        }
        return readOnly(rows)
                ? new Delivery.Unavailable(
                        OptionalInt.of(answer.status()),
                        "READ_ONLY_MODE",
                        "Salesforce is in read-only mode",
                        Optional.empty(),
                        usage)
                : new Delivery.Answered(List.copyOf(rows), usage);
    }

    /** A failed result may carry an id or {@code created} too; only {@code success} decides. */
    private static Optional<RowAnswer> row(JsonNode result) {
        if (!result.path("success").isBoolean()) {
            return Optional.empty();
        }
        if (result.path("success").booleanValue()) {
            return accepted(result);
        }
        List<RowError> errors = new ArrayList<>();
        for (JsonNode error : result.path("errors")) {
            if (errors.size() < MOST_ERRORS) {
                errors.add(error(error));
            }
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(new RowAnswer.Refused(List.copyOf(errors)));
    }

    private static Optional<RowAnswer> accepted(JsonNode result) {
        String id = result.path("id").asText("");
        return Soql.isId(id)
                ? Optional.of(new RowAnswer.Accepted(id, result.path("created").asBoolean()))
                : Optional.empty();
    }

    private static RowError error(JsonNode error) {
        String code = error.path("statusCode").asText("");
        List<String> fields = new ArrayList<>();
        for (JsonNode field : error.path("fields")) {
            if (fields.size() < MOST_FIELDS) {
                fields.add(ForeignText.line(field.asText(), LONGEST_FIELD));
            }
        }
        return new RowError(
                CallFailure.CODE.matcher(code).matches() ? code : "UNKNOWN_EXCEPTION",
                ForeignText.line(error.path("message").asText(""), CallFailure.LONGEST_REASON),
                List.copyOf(fields));
    }

    /** Read-only mode may be told row by row; it is an outage all the same, and no record's fault. */
    private static boolean readOnly(List<RowAnswer> rows) {
        return rows.stream().allMatch(row -> row.<Boolean>fold(accepted -> false, UpsertAnswer::readOnly));
    }

    private static boolean readOnly(RowAnswer.Refused refused) {
        return refused.errors().stream().anyMatch(error -> error.code().equals(CallFailure.READ_ONLY));
    }

    private static Delivery unusable(int status, String what) {
        return new Delivery.OutcomeUnknown(
                OptionalInt.of(status),
                "UNUSABLE_ANSWER",
                "Salesforce's answer cannot be used (" + what + "); it may have saved the records");
    }
}
