package dev.tailback.salesforce.currency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.query.OrgResource;
import dev.tailback.salesforce.session.SalesforceSession;
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
    private final OrgResource resource;

    public OrgCurrencyReader(SalesforceSession session) {
        this.session = session;
        this.resource = new OrgResource(session, MOST_BYTES);
    }

    /** An org without this resource does not say it; every other refusal keeps its own meaning. */
    public Reading<OrgCurrency> read() {
        return resource.find("/services/data/" + session.configuration().apiVersion() + "/connect/organization")
                .flatMap(found -> told(found.value(), found.readAt()));
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
}
