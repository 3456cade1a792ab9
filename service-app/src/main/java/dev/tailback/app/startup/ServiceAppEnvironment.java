package dev.tailback.app.startup;

import static dev.tailback.program.Variable.FINANCE_CURRENCY;
import static dev.tailback.program.Variable.FINANCE_MOST_LINES;
import static dev.tailback.program.Variable.FINANCE_PROFILES;
import static dev.tailback.program.Variable.FINANCE_ZONE;
import static dev.tailback.program.Variable.REDIS_SHARDS;
import static dev.tailback.program.Variable.REDIS_URI;
import static dev.tailback.program.Variable.TAILBACK_ADMIN_PASSWORD;
import static dev.tailback.program.Variable.TAILBACK_ALERTS_MAIL_ENCRYPTION;
import static dev.tailback.program.Variable.TAILBACK_ALERTS_MAIL_FROM;
import static dev.tailback.program.Variable.TAILBACK_ALERTS_MAIL_HOST;
import static dev.tailback.program.Variable.TAILBACK_ALERTS_MAIL_TO;
import static dev.tailback.program.Variable.TAILBACK_ALERTS_WEBHOOK_SECRET;
import static dev.tailback.program.Variable.TAILBACK_ALERTS_WEBHOOK_URL;
import static dev.tailback.program.Variable.TAILBACK_DEMO;
import static dev.tailback.program.Variable.TAILBACK_HUB_URL;
import static dev.tailback.program.Variable.TAILBACK_LOG_FORMAT;
import static dev.tailback.program.Variable.TAILBACK_OIDC_ANSWER_WITHIN;
import static dev.tailback.program.Variable.TAILBACK_OIDC_CLIENT_ID;
import static dev.tailback.program.Variable.TAILBACK_OIDC_CLIENT_SECRET;
import static dev.tailback.program.Variable.TAILBACK_OIDC_ISSUER;
import static dev.tailback.program.Variable.TAILBACK_OIDC_LABEL;
import static dev.tailback.program.Variable.TAILBACK_OIDC_NAME_CLAIM;
import static dev.tailback.program.Variable.TAILBACK_OIDC_ROLES;
import static dev.tailback.program.Variable.TAILBACK_OIDC_ROLES_CLAIM;
import static dev.tailback.program.Variable.TAILBACK_OIDC_SCOPES;
import static dev.tailback.program.Variable.TAILBACK_PASSWORD_LOGIN;
import static dev.tailback.program.Variable.TAILBACK_PUBLIC_URL;
import static dev.tailback.program.Variable.TAILBACK_SESSION_SECRET;
import static dev.tailback.program.Variable.TAILBACK_STATEMENT_KEY;
import static dev.tailback.program.Variable.TAILBACK_TRUSTED_PROXIES;

import dev.tailback.app.finance.profiles.ExportProfiles;
import dev.tailback.app.finance.statements.SigningKey;
import dev.tailback.app.links.AdLinks;
import dev.tailback.app.links.HubAddress;
import dev.tailback.app.oidc.OidcSettings;
import dev.tailback.edge.EdgeLimits;
import dev.tailback.program.Environment;
import dev.tailback.program.Variable;
import dev.tailback.queue.QueueConfiguration;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.tracing.TraceSettings;
import dev.tailback.usage.UsageRecord;
import dev.tailback.web.forwarded.TrustedProxies;
import dev.tailback.web.startup.PostgresEnvironment;
import dev.tailback.web.texts.IsoCurrency;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;

/** What the service app needs from its environment, looked at before anything is built. */
public final class ServiceAppEnvironment {
    private static final String RANDOM_CHARACTERS = "such as the output of 'openssl rand -base64 48'";

    private ServiceAppEnvironment() {}

    /** Complains of every value that is missing or malformed; the settings of a feature are left to their forms. */
    public static void check(Environment environment) {
        PostgresEnvironment.check(environment);
        environment.checked(() -> QueueConfiguration.read(
                UsageRecord.QUEUE, environment.text(REDIS_URI), environment.text(REDIS_SHARDS)));
        SalesforceConfiguration.read(environment);
        checkSession(environment);
        environment.checked(() -> TrustedProxies.of(environment.text(TAILBACK_TRUSTED_PROXIES)));
        environment.checked(() -> AdLinks.at(environment.text(TAILBACK_PUBLIC_URL)));
        environment.checked(() -> HubAddress.at(environment.text(TAILBACK_HUB_URL)));
        EdgeLimits.read(environment);
        checkAlerts(environment);
        checkProvider(environment);
        checkFinance(environment);
        TraceSettings.read(environment, "service-app");
    }

    private static void checkFinance(Environment environment) {
        environment.changed(FINANCE_ZONE, "", ServiceAppEnvironment::zone);
        environment.changed(FINANCE_CURRENCY, "", ServiceAppEnvironment::currency);
        environment.count(FINANCE_MOST_LINES, 1, 1, 100_000);
        environment.checked(() -> {
            ExportProfiles.check(environment.text(FINANCE_PROFILES));
            return environment;
        });
        environment.given(TAILBACK_STATEMENT_KEY).ifPresent(key -> environment.checked(() -> SigningKey.of(key)));
    }

    private static String zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("is '" + name + "': set it to a zone such as Europe/Berlin or UTC");
        }
        return name;
    }

    private static String currency(String code) {
        if (!IsoCurrency.isKnown(code)) {
            throw new IllegalArgumentException("is '" + code + "': set it to an ISO 4217 code such as EUR");
        }
        return code;
    }

    private static void checkSession(Environment environment) {
        boolean demo = environment.flag(TAILBACK_DEMO, false);
        String secret = environment.text(TAILBACK_SESSION_SECRET);
        if (secret.isEmpty() && !demo) {
            environment.complain(
                    "TAILBACK_SESSION_SECRET is not set: set it to 32 random characters or more, " + RANDOM_CHARACTERS);
        }
        requireLength(environment, TAILBACK_SESSION_SECRET, 32);
        if (secret.length() >= 32 && secret.chars().distinct().count() < 10) {
            environment.complain(
                    "TAILBACK_SESSION_SECRET repeats a few characters: set it to random ones, " + RANDOM_CHARACTERS);
        }
        requireLength(environment, TAILBACK_ADMIN_PASSWORD, 12);
    }

    private static void checkProvider(Environment environment) {
        OidcSettings settings = new OidcSettings(
                environment.text(TAILBACK_OIDC_ISSUER),
                environment.text(TAILBACK_OIDC_CLIENT_ID),
                environment.text(TAILBACK_OIDC_CLIENT_SECRET),
                environment.text(TAILBACK_OIDC_SCOPES),
                environment.text(TAILBACK_OIDC_ROLES_CLAIM),
                environment.text(TAILBACK_OIDC_ROLES),
                environment.text(TAILBACK_OIDC_NAME_CLAIM),
                environment.text(TAILBACK_OIDC_LABEL),
                environment.duration(
                        TAILBACK_OIDC_ANSWER_WITHIN,
                        Duration.ofSeconds(5),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(20)));
        settings.objections(environment.text(TAILBACK_PUBLIC_URL)).forEach(environment::complain);
        if (!environment.flag(TAILBACK_PASSWORD_LOGIN, true) && !settings.isOn()) {
            environment.complain("TAILBACK_PASSWORD_LOGIN is false without TAILBACK_OIDC_ISSUER, so nobody could log"
                    + " in: set the issuer, or leave passwords on");
        }
    }

    private static void checkAlerts(Environment environment) {
        String url = environment.text(TAILBACK_ALERTS_WEBHOOK_URL);
        if (!url.isEmpty()) {
            if (!url.matches("https?://[^\\s/]+(/\\S*)?")) {
                environment.complain("TAILBACK_ALERTS_WEBHOOK_URL is not an address: write it as https://host/path");
            }
            environment.required(TAILBACK_ALERTS_WEBHOOK_SECRET, "set it to 16 random characters or more");
            requireLength(environment, TAILBACK_ALERTS_WEBHOOK_SECRET, 16);
        }
        if (!environment.text(TAILBACK_ALERTS_MAIL_HOST).isEmpty()) {
            environment.required(TAILBACK_ALERTS_MAIL_FROM, "set it to the sender of the mail");
            environment.required(TAILBACK_ALERTS_MAIL_TO, "set it to the receivers, with commas between");
        }
        String encryption = environment.text(TAILBACK_ALERTS_MAIL_ENCRYPTION);
        if (!encryption.isEmpty() && !Set.of("starttls", "tls", "none").contains(encryption)) {
            environment.complain("TAILBACK_ALERTS_MAIL_ENCRYPTION is not known: set it to starttls, tls or none");
        }
        String format = environment.text(TAILBACK_LOG_FORMAT);
        if (!format.isEmpty() && !Set.of("text", "json").contains(format)) {
            environment.complain("TAILBACK_LOG_FORMAT is not known: set it to text or json");
        }
    }

    private static void requireLength(Environment environment, Variable variable, int least) {
        int length = environment.text(variable).length();
        if (length > 0 && length < least) {
            environment.complain(variable + " has " + length + " characters: it needs at least " + least);
        }
    }
}
