package dev.tailback.salesforce.trial;

import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.ConnectionProblem;
import dev.tailback.salesforce.http.Exchange;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.OrgHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Calls that an org must turn away: with a token that is none, and with a secret that is not the app's. */
final class UnsignedCalls {

    private static final int MOST_BYTES = 64 * 1024;
    private static final String NO_TOKEN = "not-a-token";
    private static final String NO_SECRET = "not-the-secret";

    private final SalesforceConfiguration configuration;
    private final OrgHttp http;
    private final Exchange exchange;

    UnsignedCalls(SalesforceConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.http = new OrgHttp(configuration);
        this.exchange = new Exchange(http.client(), new ConnectionProblem(configuration, clock));
    }

    /** Empty when no answer came. */
    Optional<OrgAnswer> identity(URI instance, String organizationId, String userId) {
        return send(http.request(instance.resolve("/id/" + organizationId + "/" + userId))
                .header("Authorization", "Bearer " + NO_TOKEN)
                .GET());
    }

    /** A login of the app with another secret; empty when no answer came. */
    Optional<OrgAnswer> wrongSecret() {
        String form = "grant_type=client_credentials&client_id="
                + URLEncoder.encode(configuration.clientId(), StandardCharsets.UTF_8) + "&client_secret=" + NO_SECRET;
        return send(http.request(configuration.loginUrl().resolve("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private Optional<OrgAnswer> send(HttpRequest.Builder request) {
        try {
            return Optional.of(exchange.send(request.build(), configuration.readTimeout(), MOST_BYTES));
        } catch (CallBroken none) {
            return Optional.empty();
        }
    }
}
