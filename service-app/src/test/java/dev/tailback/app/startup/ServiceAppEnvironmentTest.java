package dev.tailback.app.startup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.program.CannotStart;
import dev.tailback.program.Environment;
import dev.tailback.program.ListenOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAppEnvironmentTest {

    @Test
    void a_complete_environment_is_accepted() {
        assertDoesNotThrow(() -> check(complete()));
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        CannotStart reason = assertThrows(CannotStart.class, () -> check(Map.of()));
        assertEquals(2, reason.exitCode());
        for (String name : List.of(
                "DATASOURCES_DEFAULT_URL",
                "DATASOURCES_DEFAULT_USERNAME",
                "DATASOURCES_DEFAULT_PASSWORD",
                "REDIS_URI",
                "SALESFORCE_LOGIN_URL",
                "SALESFORCE_CLIENT_ID",
                "SALESFORCE_CLIENT_SECRET",
                "TAILBACK_SESSION_SECRET")) {
            assertEquals(
                    1,
                    reason.sentences().stream()
                            .filter(s -> s.startsWith(name + " "))
                            .count(),
                    name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DATASOURCES_DEFAULT_URL, postgres://localhost/x",
        "DATASOURCES_DEFAULT_URL, jdbc:postgresql://host:abc/x",
        "REDIS_URI, http://localhost",
        "SALESFORCE_LOGIN_URL, ftp://org",
        "SALESFORCE_LOGIN_URL, https://login.salesforce.com",
        "SALESFORCE_LOGIN_URL, http://acme.my.salesforce.com",
        "SALESFORCE_API_VERSION, newest",
        "TAILBACK_SESSION_SECRET, short",
        "TAILBACK_DEMO, maybe",
        "TAILBACK_PUBLIC_URL, ads.example.com",
        "TAILBACK_PUBLIC_URL, javascript:alert(1)",
        "TAILBACK_PUBLIC_URL, https://ads.example.com/?a=b",
        "TAILBACK_PUBLIC_URL, https://me:secret@ads.example.com",
        "TAILBACK_HUB_URL, hub.example.com",
        "TAILBACK_HUB_URL, https://hub.example.com/path",
        "TAILBACK_ADMIN_PASSWORD, short",
        "TAILBACK_PASSWORD_LOGIN, false",
        "TAILBACK_OIDC_CLIENT_ID, tailback",
        "MICRONAUT_SERVER_PORT, 99999",
        "TAILBACK_DATABASE_WAIT, 601",
        "RELAY_SWEEP_EVERY, soon",
        "RELAY_RUNNING, yes",
        "HTTP_BODY_WITHIN, 1ms",
    })
    void a_malformed_value_is_named(String name, String value) {
        Map<String, String> environment = complete();
        environment.put(name, value);
        CannotStart reason = assertThrows(CannotStart.class, () -> check(environment));
        assertEquals(1, reason.sentences().size(), reason.sentences().toString());
        assertTrue(
                reason.sentences().get(0).startsWith(name + " "),
                reason.sentences().get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "TAILBACK_OIDC_ISSUER, id.example",
        "TAILBACK_OIDC_ISSUER, http://id.example",
        "TAILBACK_OIDC_ISSUER, https://me:secret@id.example",
        "TAILBACK_OIDC_CLIENT_ID, ''",
        "TAILBACK_PUBLIC_URL, ''",
        "TAILBACK_OIDC_SCOPES, profile",
        "TAILBACK_OIDC_ROLES, root=it",
        "TAILBACK_OIDC_ROLES, service",
        "TAILBACK_OIDC_ROLES, service=",
        "TAILBACK_OIDC_ANSWER_WITHIN, 1h",
    })
    void a_malformed_value_about_the_provider_is_named(String name, String value) {
        Map<String, String> environment = complete();
        environment.put("TAILBACK_OIDC_ISSUER", "https://id.example/company");
        environment.put("TAILBACK_OIDC_CLIENT_ID", "tailback");
        environment.put("TAILBACK_PUBLIC_URL", "https://ads.example");
        environment.put("TAILBACK_PASSWORD_LOGIN", "false");
        assertDoesNotThrow(() -> check(environment));
        environment.put(name, value);
        CannotStart reason = assertThrows(CannotStart.class, () -> check(environment));
        assertEquals(1, reason.sentences().size(), reason.sentences().toString());
        assertTrue(
                reason.sentences().get(0).startsWith(name + " "),
                reason.sentences().get(0));
    }

    @Test
    void a_sentence_never_repeats_a_secret() {
        Map<String, String> environment = complete();
        environment.put("REDIS_URI", "redis://:hunter2@");
        environment.put("TAILBACK_SESSION_SECRET", "hunter2");
        CannotStart reason = assertThrows(CannotStart.class, () -> check(environment));
        assertTrue(reason.sentences().stream().noneMatch(sentence -> sentence.contains("hunter2")));
    }

    @Test
    void the_demo_needs_no_session_secret() {
        Map<String, String> environment = complete();
        environment.remove("TAILBACK_SESSION_SECRET");
        environment.put("TAILBACK_DEMO", "true");
        assertDoesNotThrow(() -> check(environment));
    }

    private static void check(Map<String, String> values) {
        Environment environment = Environment.of(values);
        ServiceAppEnvironment.check(environment);
        environment.inOneForm();
        new ListenOptions().endpoint(environment, 8080);
        environment.refuse();
    }

    private static Map<String, String> complete() {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATASOURCES_DEFAULT_URL", "jdbc:postgresql://127.0.0.1:5432/tailback");
        environment.put("DATASOURCES_DEFAULT_USERNAME", "tailback");
        environment.put("DATASOURCES_DEFAULT_PASSWORD", "any");
        environment.put("REDIS_URI", "redis://127.0.0.1:6379");
        environment.put("SALESFORCE_LOGIN_URL", "https://acme.my.salesforce.com");
        environment.put("SALESFORCE_CLIENT_ID", "id");
        environment.put("SALESFORCE_CLIENT_SECRET", "secret");
        environment.put("SALESFORCE_API_VERSION", "62.0");
        environment.put("TAILBACK_SESSION_SECRET", "0123456789012345678901234567890123456789");
        return environment;
    }
}
