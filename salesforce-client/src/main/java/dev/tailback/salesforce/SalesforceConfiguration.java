package dev.tailback.salesforce;

import static dev.tailback.program.Variable.SALESFORCE_API_VERSION;
import static dev.tailback.program.Variable.SALESFORCE_CLIENT_ID;
import static dev.tailback.program.Variable.SALESFORCE_CLIENT_SECRET;
import static dev.tailback.program.Variable.SALESFORCE_LOGIN_URL;
import static dev.tailback.program.Variable.SALESFORCE_PROXY_HOST;
import static dev.tailback.program.Variable.SALESFORCE_PROXY_PASSWORD;
import static dev.tailback.program.Variable.SALESFORCE_PROXY_PORT;
import static dev.tailback.program.Variable.SALESFORCE_PROXY_USER;

import dev.tailback.program.Environment;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to reach the org. Built by {@link #of}, which names the environment variable that is wrong.
 *
 * @param loginUrl the org's own My Domain address; client credentials are accepted nowhere else
 * @param apiVersion such as {@code v62.0}
 * @param connectTimeout 2 seconds unless told otherwise
 * @param readTimeout for queries and login, 5 seconds unless told otherwise
 * @param writeTimeout for a batch of usage, 60 seconds unless told otherwise; after it the outcome is unknown
 * @param proxy the forward proxy that all calls go through, if there is one
 */
public record SalesforceConfiguration(
        URI loginUrl,
        String clientId,
        String clientSecret,
        String apiVersion,
        Duration connectTimeout,
        Duration readTimeout,
        Duration writeTimeout,
        Optional<SalesforceProxy> proxy) {

    static final String DEFAULT_API_VERSION = "v62.0";
    private static final String EXAMPLE = "set it to https://<your-domain>.my.salesforce.com";
    private static final String ID_ADVICE = "set it to the consumer key of your external client app";
    private static final String SECRET_ADVICE = "set it to the consumer secret of that app";
    private static final Pattern VERSION = Pattern.compile("v?(\\d{2,3})\\.0");
    private static final int OLDEST_VERSION = 60;
    private static final Set<String> SHARED_LOGIN = Set.of("login.salesforce.com", "test.salesforce.com");

    /**
     * Takes the values of the environment as they are, possibly null or blank, with the timeouts above.
     *
     * @throws IllegalArgumentException with one sentence that names the variable and what to set it to
     */
    public static SalesforceConfiguration of(String loginUrl, String clientId, String clientSecret, String apiVersion) {
        return with(
                address(present("SALESFORCE_LOGIN_URL", loginUrl, EXAMPLE)),
                present("SALESFORCE_CLIENT_ID", clientId, ID_ADVICE),
                present("SALESFORCE_CLIENT_SECRET", clientSecret, SECRET_ADVICE),
                version(apiVersion),
                Optional.empty());
    }

    /**
     * As the environment says it, with the timeouts above; empty if a value is missing or malformed, of which the
     * environment then keeps one complaint each.
     */
    public static Optional<SalesforceConfiguration> read(Environment environment) {
        Optional<URI> url = environment.checked(
                () -> address(present("SALESFORCE_LOGIN_URL", environment.text(SALESFORCE_LOGIN_URL), EXAMPLE)));
        Optional<String> id = environment.checked(
                () -> present("SALESFORCE_CLIENT_ID", environment.text(SALESFORCE_CLIENT_ID), ID_ADVICE));
        Optional<String> secret = environment.checked(
                () -> present("SALESFORCE_CLIENT_SECRET", environment.text(SALESFORCE_CLIENT_SECRET), SECRET_ADVICE));
        Optional<String> version = environment.checked(() -> version(environment.text(SALESFORCE_API_VERSION)));
        Optional<Optional<SalesforceProxy>> proxy = environment.checked(() -> SalesforceProxy.of(
                environment.text(SALESFORCE_PROXY_HOST),
                environment.text(SALESFORCE_PROXY_PORT),
                environment.text(SALESFORCE_PROXY_USER),
                environment.text(SALESFORCE_PROXY_PASSWORD)));
        if (url.isEmpty() || id.isEmpty() || secret.isEmpty() || version.isEmpty() || proxy.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(with(url.get(), id.get(), secret.get(), version.get(), proxy.get()));
    }

    private static SalesforceConfiguration with(
            URI url, String id, String secret, String version, Optional<SalesforceProxy> proxy) {
        return new SalesforceConfiguration(
                url, id, secret, version, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(60), proxy);
    }

    /** The same org with other patience. */
    public SalesforceConfiguration withTimeouts(Duration connect, Duration read, Duration write) {
        return new SalesforceConfiguration(loginUrl, clientId, clientSecret, apiVersion, connect, read, write, proxy);
    }

    /**
     * The same org through a forward proxy; the values of the environment as they are, possibly null or blank. Without
     * a host there is none.
     *
     * @throws IllegalArgumentException with one sentence that names the variable and what to set it to
     */
    public SalesforceConfiguration withProxy(String host, String port, String user, String password) {
        return new SalesforceConfiguration(
                loginUrl,
                clientId,
                clientSecret,
                apiVersion,
                connectTimeout,
                readTimeout,
                writeTimeout,
                SalesforceProxy.of(host, port, user, password));
    }

    private static String present(String variable, String value, String advice) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(variable + " is missing: " + advice);
        }
        return value.strip();
    }

    private static URI address(String text) {
        URI url = parsed(text);
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (host.isEmpty() || !Set.of("http", "https").contains(scheme) || url.getUserInfo() != null) {
            throw new IllegalArgumentException("SALESFORCE_LOGIN_URL is not a web address: " + EXAMPLE);
        }
        if (SHARED_LOGIN.contains(host)) {
            throw new IllegalArgumentException(
                    "SALESFORCE_LOGIN_URL is https://" + host + ", which takes no client credentials: " + EXAMPLE);
        }
        if (scheme.equals("http") && !LocalAddress.isNear(host)) {
            throw new IllegalArgumentException("SALESFORCE_LOGIN_URL would send the secret in the clear: " + EXAMPLE);
        }
        return URI.create(scheme + "://" + url.getRawAuthority());
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notAnAddress) {
            throw new IllegalArgumentException("SALESFORCE_LOGIN_URL is not a web address: " + EXAMPLE, notAnAddress);
        }
    }

    private static String version(String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_API_VERSION;
        }
        Matcher version = VERSION.matcher(text.strip());
        if (!version.matches() || Integer.parseInt(version.group(1)) < OLDEST_VERSION) {
            throw new IllegalArgumentException("SALESFORCE_API_VERSION is '" + text.strip()
                    + "': set it to 62.0, or to " + OLDEST_VERSION + ".0 or newer");
        }
        return "v" + version.group(1) + ".0";
    }

    @Override
    public String toString() {
        return "SalesforceConfiguration[loginUrl=" + loginUrl + ", clientId=" + clientId
                + ", clientSecret=***, apiVersion=" + apiVersion + ", proxy=" + proxy + "]";
    }
}
