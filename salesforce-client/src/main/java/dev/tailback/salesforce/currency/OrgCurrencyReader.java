package dev.tailback.salesforce.currency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.CallFailure;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.RequestUnbuilt;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.session.SignedCalls;
import dev.tailback.salesforce.text.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks the org in which currency it keeps its prices: the features of {@code /connect/organization} say whether it
 * keeps many, and which one is its default where it keeps one. Absent when the org does not say.
 */
public final class OrgCurrencyReader {

    private static final int MOST_BYTES = 256 * 1024;
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private final SalesforceSession session;
    private final SignedCalls calls;

    public OrgCurrencyReader(SalesforceSession session) {
        this.session = session;
        this.calls = new SignedCalls(session);
    }

    public Reading<OrgCurrency> read() {
        String path = "/services/data/" + session.configuration().apiVersion() + "/connect/organization";
        Instant asked = session.clock().instant();
        try {
            OrgAnswer answer = calls.get(
                    path, new SignedCalls.Bounds(session.configuration().readTimeout(), MOST_BYTES));
            return answer.status() < 300 ? told(answer, asked) : failed(answer);
        } catch (LoginFailed failure) {
            return failure.kind() == LoginFailed.Kind.REFUSED
                    ? new Reading.Refused<>(failure.code(), failure.getMessage())
                    : new Reading.Unavailable<>(failure.code(), failure.getMessage());
        } catch (CallBroken broken) {
            return new Reading.Unavailable<>(broken.code(), broken.getMessage());
        } catch (RequestUnbuilt ours) {
            return new Reading.Unavailable<>("NOT_SENT", "The question for the currency could not be built.");
        }
    }

    private static Reading<OrgCurrency> told(OrgAnswer answer, Instant asked) {
        JsonNode features = answer.json().orElseGet(Json::nothing).path("features");
        return currency(features)
                .<Reading<OrgCurrency>>map(currency -> new Reading.Found<>(currency, asked))
                .orElseGet(Reading.Absent::new);
    }

    private static Optional<OrgCurrency> currency(JsonNode features) {
        if (features.path("multiCurrency").asBoolean(false)) {
            return Optional.of(new OrgCurrency.Many());
        }
        String code = features.path("defaultCurrencyIsoCode").asText("");
        return CODE.matcher(code).matches() ? Optional.of(new OrgCurrency.One(code)) : Optional.empty();
    }

    /** An org without this resource does not say it; every other refusal keeps its own meaning. */
    private static Reading<OrgCurrency> failed(OrgAnswer answer) {
        return CallFailure.of(answer.status(), answer.text())
                .fold(
                        refusal -> refusal.status() == 404
                                ? new Reading.Absent<>()
                                : new Reading.Refused<>(refusal.code(), refusal.reason()),
                        foreign -> new Reading.Unavailable<>(foreign.code(), foreign.reason()),
                        outage -> new Reading.Unavailable<>(outage.code(), outage.reason()));
    }
}
