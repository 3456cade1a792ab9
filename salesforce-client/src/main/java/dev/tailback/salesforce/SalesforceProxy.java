package dev.tailback.salesforce;

import dev.tailback.salesforce.text.ForeignText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The forward proxy that every call to Salesforce goes through.
 *
 * @param authorization what the proxy wants to see of us; empty when it asks for no name
 */
public record SalesforceProxy(String host, int port, Optional<String> authorization) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,253}");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_NAME = 255;

    /**
     * Takes the values of the environment as they are, possibly null or blank; no host is no proxy.
     *
     * @throws IllegalArgumentException with one sentence that names the variable and what to set it to
     */
    public static Optional<SalesforceProxy> of(String host, String port, String user, String password) {
        String name = given(host);
        if (name.isEmpty()) {
            requireNone("SALESFORCE_PROXY_PORT", port);
            requireNone("SALESFORCE_PROXY_USER", user);
            requireNone("SALESFORCE_PROXY_PASSWORD", password);
            return Optional.empty();
        }
        if (!HOST.matcher(name).matches()) {
            throw new IllegalArgumentException("SALESFORCE_PROXY_HOST is no host: set it to the name or address of "
                    + "the proxy alone, without http:// and port");
        }
        return Optional.of(new SalesforceProxy(name, port(given(port)), authorization(given(user), password)));
    }

    private static int port(String text) {
        int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "SALESFORCE_PROXY_PORT is '" + ForeignText.line(text, 20) + "': set it to 1 to " + HIGHEST_PORT);
        }
        return port;
    }

    private static Optional<String> authorization(String user, String password) {
        String secret = password == null ? "" : password;
        if (user.isEmpty()) {
            requireNone("SALESFORCE_PROXY_PASSWORD", password);
            return Optional.empty();
        }
        if (user.contains(":") || user.length() > LONGEST_NAME || secret.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "SALESFORCE_PROXY_USER or SALESFORCE_PROXY_PASSWORD cannot be sent: set it to" + " at most "
                            + LONGEST_NAME + " characters, and the user to one without a colon");
        }
        byte[] both = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
    }

    private static void requireNone(String variable, String value) {
        if (!given(value).isEmpty()) {
            throw new IllegalArgumentException(variable + " is set, but not what it belongs to: set it together with"
                    + " SALESFORCE_PROXY_HOST, and a password together with SALESFORCE_PROXY_USER");
        }
    }

    private static String given(String value) {
        return value == null ? "" : value.strip();
    }

    @Override
    public String toString() {
        return "SalesforceProxy[" + host + ":" + port + (authorization.isPresent() ? ", with a user" : "") + "]";
    }
}
