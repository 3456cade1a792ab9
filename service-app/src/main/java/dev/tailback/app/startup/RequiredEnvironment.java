package dev.tailback.app.startup;

import dev.tailback.app.forwarded.TrustedProxies;
import dev.tailback.edge.EdgeLimits;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.salesforce.SalesforceConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the service app needs from its environment, looked at before anything is built. */
public final class RequiredEnvironment {

    private static final String ANY_ORG = "https://any.my.salesforce.com";
    private static final String POSTGRES_FORM = "jdbc:postgresql://host:5432/database";

    private final Map<String, String> environment;
    private final List<String> sentences = new ArrayList<>();

    private RequiredEnvironment(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws CannotStart with one sentence for each missing or malformed value, all of them at once */
    public static void check(Map<String, String> environment) {
        RequiredEnvironment required = new RequiredEnvironment(environment);
        required.postgres();
        required.redis();
        required.salesforce();
        required.session();
        required.server();
        required.refuse();
    }

    /** The same for what reaches PostgreSQL alone. */
    static void checkPostgres(Map<String, String> environment) {
        RequiredEnvironment required = new RequiredEnvironment(environment);
        required.postgres();
        required.refuse();
    }

    private void refuse() {
        if (!sentences.isEmpty()) {
            throw CannotStart.misconfigured(sentences);
        }
    }

    private void postgres() {
        need("DATASOURCES_DEFAULT_URL", "set it to " + POSTGRES_FORM)
                .filter(url -> !PostgresAddress.isWellFormed(url))
                .ifPresent(url -> sentences.add(
                        "DATASOURCES_DEFAULT_URL is not a PostgreSQL address: write it as " + POSTGRES_FORM + "."));
        need("DATASOURCES_DEFAULT_USERNAME", "set it to the PostgreSQL user of the service app");
        need("DATASOURCES_DEFAULT_PASSWORD", "set it to that user's password");
    }

    private void redis() {
        accepted(() -> QueueConfiguration.read(given("REDIS_URI"), given("REDIS_SHARDS")));
    }

    // Its own checks end at the first wrong value; asked once per value, they name all of them.
    private void salesforce() {
        accepted(() -> SalesforceConfiguration.of(given("SALESFORCE_LOGIN_URL"), "given", "given", ""));
        accepted(() -> SalesforceConfiguration.of(ANY_ORG, given("SALESFORCE_CLIENT_ID"), "given", ""));
        accepted(() -> SalesforceConfiguration.of(ANY_ORG, "given", given("SALESFORCE_CLIENT_SECRET"), ""));
        accepted(() -> SalesforceConfiguration.of(ANY_ORG, "given", "given", given("SALESFORCE_API_VERSION")));
        accepted(() -> SalesforceConfiguration.of(ANY_ORG, "given", "given", "")
                .withProxy(
                        given("SALESFORCE_PROXY_HOST"),
                        given("SALESFORCE_PROXY_PORT"),
                        given("SALESFORCE_PROXY_USER"),
                        given("SALESFORCE_PROXY_PASSWORD")));
    }

    private void session() {
        String demo = given("TAILBACK_DEMO");
        if (!demo.isEmpty() && !demo.equals("true") && !demo.equals("false")) {
            sentences.add("TAILBACK_DEMO is '" + demo + "': set it to true or false.");
        }
        String secret = given("TAILBACK_SESSION_SECRET");
        if (secret.isEmpty() && !demo.equals("true")) {
            sentences.add("TAILBACK_SESSION_SECRET is not set: set it to 32 random characters or more,"
                    + " such as the output of 'openssl rand -base64 48'.");
        }
        atLeast(32, "TAILBACK_SESSION_SECRET", secret);
        if (secret.length() >= 32 && secret.chars().distinct().count() < 10) {
            sentences.add("TAILBACK_SESSION_SECRET repeats a few characters: set it to random ones,"
                    + " such as the output of 'openssl rand -base64 48'.");
        }
        atLeast(12, "TAILBACK_ADMIN_PASSWORD", given("TAILBACK_ADMIN_PASSWORD"));
    }

    private void atLeast(int characters, String name, String value) {
        if (!value.isEmpty() && value.length() < characters) {
            sentences.add(name + " has " + value.length() + " characters: it needs at least " + characters + ".");
        }
    }

    private void server() {
        accepted(() -> TrustedProxies.of(given("TAILBACK_TRUSTED_PROXIES")));
        String port = environment.getOrDefault("MICRONAUT_SERVER_PORT", "8080");
        if (!port.equals("-1") && !Ports.isPort(port)) {
            sentences.add("MICRONAUT_SERVER_PORT is '" + port + "': it needs a number from 0 to 65535.");
        }
        EdgeLimits.complaints(environment::get).forEach(complaint -> sentences.add(complaint + "."));
    }

    private void accepted(Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException wrong) {
            sentences.add(wrong.getMessage() + ".");
        }
    }

    private String given(String name) {
        return environment.getOrDefault(name, "");
    }

    private Optional<String> need(String name, String whatToDo) {
        String value = given(name);
        if (value.isBlank()) {
            sentences.add(name + " is not set: " + whatToDo + ".");
            return Optional.empty();
        }
        return Optional.of(value);
    }
}
