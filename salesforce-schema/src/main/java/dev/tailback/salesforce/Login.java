package dev.tailback.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Signs in with OAuth 2.0 client credentials, at the org's own My Domain address. */
final class Login {

    private final SalesforceConfiguration configuration;
    private final HttpClient http;

    Login(SalesforceConfiguration configuration, HttpClient http) {
        this.configuration = configuration;
        this.http = http;
    }

    Credentials signIn() {
        HttpResponse<String> answer = ask();
        if (answer.statusCode() != 200) {
            throw refusal(answer);
        }
        return credentials(Json.tree(answer.body()).orElseThrow(Login::unusable));
    }

    private HttpResponse<String> ask() {
        try {
            return TimedCall.send(http, request(), configuration.readTimeout());
        } catch (IOException cause) {
            throw unavailable("the login server at " + configuration.loginUrl() + " does not answer", cause);
        }
    }

    private HttpRequest request() {
        String form = "grant_type=client_credentials&client_id=" + encoded(configuration.clientId()) + "&client_secret="
                + encoded(configuration.clientSecret());
        return HttpRequest.newBuilder(configuration.loginUrl().resolve("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private Credentials credentials(JsonNode answer) {
        String token = answer.path("access_token").asText("");
        String instance = answer.path("instance_url").asText("");
        if (token.isEmpty() || instance.isEmpty()) {
            throw unusable();
        }
        return new Credentials(instanceUrl(instance), token);
    }

    private URI instanceUrl(String text) {
        try {
            URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            // The token must not travel less protected than the secret did.
            boolean downgraded =
                    "https".equals(configuration.loginUrl().getScheme()) && !"https".equals(url.getScheme());
            if (url.getHost() == null || downgraded) {
                throw unusable();
            }
            return url;
        } catch (IllegalArgumentException notAnAddress) {
            throw unusable();
        }
    }

    /** The token endpoint answers with an object, {@code {"error", "error_description"}}, not with the data API's list. */
    private LoginFailed refusal(HttpResponse<String> answer) {
        int status = answer.statusCode();
        JsonNode body = Optional.ofNullable(answer.body()).flatMap(Json::tree).orElseGet(Json::nothing);
        String error = body.path("error").asText("");
        boolean passes = status >= 500
                || status == 420
                || status == 429
                || error.isEmpty()
                || error.equals("unknown_error")
                || error.equals("rate_limit_exceeded");
        if (passes) {
            return unavailable(
                    "the login server answered with HTTP " + status + (error.isEmpty() ? "" : " " + error), null);
        }
        return new LoginFailed(
                LoginFailed.Kind.REFUSED,
                "LOGIN_REFUSED",
                "Salesforce refused to sign in: " + error + ", "
                        + body.path("error_description").asText("no description")
                        + ". Check SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET, and the app's run-as user.",
                null);
    }

    private static LoginFailed unusable() {
        return unavailable("the login server's answer holds no usable token and instance address", null);
    }

    private static LoginFailed unavailable(String what, Throwable cause) {
        return new LoginFailed(
                LoginFailed.Kind.UNAVAILABLE,
                "LOGIN_UNAVAILABLE",
                "Cannot sign in to Salesforce: " + what + ".",
                cause);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
