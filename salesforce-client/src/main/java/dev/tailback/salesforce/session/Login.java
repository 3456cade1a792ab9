package dev.tailback.salesforce.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.http.CallBroken;
import dev.tailback.salesforce.http.ClockSkew;
import dev.tailback.salesforce.http.Exchange;
import dev.tailback.salesforce.http.OrgAnswer;
import dev.tailback.salesforce.http.OrgHttp;
import dev.tailback.salesforce.http.ProxyRefusal;
import dev.tailback.salesforce.http.Redirect;
import dev.tailback.salesforce.text.ForeignText;
import dev.tailback.salesforce.text.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs in with OAuth 2.0, at the org's own My Domain address. Nothing it is answered is believed
 * unseen.
 */
final class Login {

    private static final int MOST_BYTES = 64 * 1024;
    /** What may stand in a header; Salesforce takes no headers above 16 KB. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,8192}");

    private static final int LONGEST_ERROR = 100;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final String CANNOT = "Cannot sign in to Salesforce: ";

    private final SalesforceConfiguration configuration;
    private final Grant grant;
    private final OrgHttp http;
    private final Exchange exchange;
    private final Clock clock;

    Login(SalesforceConfiguration configuration, Grant grant, OrgHttp http, Exchange exchange, Clock clock) {
        this.configuration = configuration;
        this.grant = grant;
        this.http = http;
        this.exchange = exchange;
        this.clock = clock;
    }

    Credentials signIn() {
        return grant.given().orElseGet(this::asked);
    }

    private Credentials asked() {
        OrgAnswer answer = ask();
        Redirect.told(answer, configuration.loginUrl()).ifPresent(sentence -> {
            throw unavailable(sentence, answer);
        });
        if (answer.status() != 200) {
            throw refusal(answer);
        }
        JsonNode body = answer.json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> unavailable("the login server's answer " + answer.notJson() + ".", answer));
        return new Credentials(instance(body, answer), token(body, answer));
    }

    private OrgAnswer ask() {
        try {
            return exchange.send(request(), configuration.readTimeout(), MOST_BYTES);
        } catch (CallBroken broken) {
            throw LoginFailed.unavailable(CANNOT + broken.getMessage(), Optional.empty())
                    .because(broken);
        }
    }

    private HttpRequest request() {
        String form = grant.form(configuration).entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return http.request(configuration.loginUrl().resolve("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private String token(JsonNode body, OrgAnswer answer) {
        String token = body.path("access_token").textValue();
        if (token == null || !TOKEN.matcher(token).matches()) {
            throw unusable(answer);
        }
        return token;
    }

    private URI instance(JsonNode body, OrgAnswer answer) {
        String named = body.path("instance_url").textValue();
        if (named == null || named.isEmpty()) {
            throw unusable(answer);
        }
        return InstanceAddress.of(named, configuration.loginUrl())
                .orElseThrow(() -> unavailable(
                        "it names an instance address to which no token may go ("
                                + ForeignText.line(named, LONGEST_ERROR)
                                + "): it is not the host in SALESFORCE_LOGIN_URL, nor one of "
                                + "Salesforce's own, or it is not"
                                + " https. Check SALESFORCE_LOGIN_URL, and who answers there.",
                        answer));
    }

    /**
     * The token endpoint answers with an object, {@code {"error", "error_description"}}, not with the data API's list.
     */
    private LoginFailed refusal(OrgAnswer answer) {
        JsonNode body = answer.json().orElseGet(Json::nothing);
        String error = ForeignText.line(body.path("error").asText(""), LONGEST_ERROR);
        String said = ForeignText.line(body.path("error_description").asText(""), LONGEST_DESCRIPTION);
        if (tooOften(error) || tooOften(said)) {
            return LoginFailed.rateExceeded("Salesforce counts too many logins of our user (3,600 an hour are "
                    + "allowed): find out who else signs in"
                    + " as it. Client id and secret are not what is wrong. Tailback signs in "
                    + "again after a pause.");
        }
        return passes(answer.status(), error)
                ? unavailable(trouble(answer, error), answer)
                : LoginFailed.refused("Salesforce refused to sign in: " + error + ", "
                        + (said.isEmpty() ? "no description" : said)
                        + ". " + grant.advice()
                        + ClockSkew.told(answer, clock.instant()));
    }

    private static boolean tooOften(String words) {
        String plain = words.toLowerCase(Locale.ROOT).replace('_', ' ');
        return plain.contains("login rate exceeded") || plain.contains("rate limit exceeded");
    }

    private static boolean passes(int status, String error) {
        return status >= 500 || status == 420 || status == 429 || error.isEmpty() || error.equals("unknown_error");
    }

    private static String trouble(OrgAnswer answer, String error) {
        if (answer.status() == 407) {
            return ProxyRefusal.WHO_ASKS;
        }
        return error.isEmpty() && answer.status() < 500 && answer.status() != 420 && answer.status() != 429
                ? "the login server's answer " + answer.notJson() + "."
                : "the login server answered with HTTP " + answer.status()
                        + (error.isEmpty() ? "." : " " + error + ".");
    }

    private LoginFailed unusable(OrgAnswer answer) {
        return unavailable(
                "the login server's answer holds no usable token and instance address: "
                        + "check SALESFORCE_LOGIN_URL, and who"
                        + " answers there.",
                answer);
    }

    private LoginFailed unavailable(String what, OrgAnswer answer) {
        return LoginFailed.unavailable(CANNOT + what, answer.retryAfter(clock.instant()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
