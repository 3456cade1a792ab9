package dev.tailback.app.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.annotation.Secured;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Programs: Basic and bearer, roles, and what is open without any of them. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest implements TestPropertyProvider {

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
        properties.put("tailback.test.who", "true");
        return properties;
    }

    @Hidden
    @Controller("/api/who")
    @Requires(property = "tailback.test.who")
    static class Who {

        @Get
        String me(Principal principal) {
            return principal.getName();
        }

        @Delete
        @Secured("operator")
        String forget(Principal principal) {
            return principal.getName();
        }
    }

    @Test
    void nothing_but_health_login_and_assets_is_open() {
        Caller nobody = Caller.anonymous(server);
        for (String closed : List.of("/api/contracts", "/api/who", "/prometheus", "/swagger", "/nothing", "/")) {
            assertEquals(401, nobody.get(closed).statusCode(), closed);
        }
        for (String open :
                List.of("/health", "/health/liveness", "/health/readiness", "/login", "/assets/pico.min.css")) {
            assertEquals(200, nobody.get(open).statusCode(), open);
        }
    }

    @Test
    void basic_tells_who_calls() {
        assertEquals("finance", Caller.as("finance", server).get("/api/who").body());
    }

    @Test
    void a_wrong_password_is_unauthorized_and_asks_for_basic() {
        HttpResponse<String> answer =
                Caller.withPassword("service", "wrong", server).get("/api/who");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("\"unauthorized\""));
        assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic"));
    }

    @Test
    void a_bearer_token_stands_for_the_account_it_was_issued_to() {
        String answer = Caller.as("operator", server).post("/api/token", "").body();
        String token = answer.replaceFirst(".*\"accessToken\":\"([^\"]+)\".*", "$1");
        assertEquals("operator", Caller.withToken(token, server).get("/api/who").body());
        assertEquals(401, Caller.withToken(token + "x", server).get("/api/who").statusCode());
    }

    @Test
    void a_role_that_is_missing_is_forbidden() {
        HttpResponse<String> answer = Caller.as("service", server).send("DELETE", "/api/who", null, "");
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("\"forbidden\""));
        assertEquals(
                200,
                Caller.as("operator", server)
                        .send("DELETE", "/api/who", null, "")
                        .statusCode());
    }

    @Test
    void an_admin_may_do_what_every_role_may() {
        assertEquals(
                200,
                Caller.as("admin", server).send("DELETE", "/api/who", null, "").statusCode());
        assertEquals(200, Caller.as("admin", server).get("/prometheus").statusCode());
    }

    @Test
    void metrics_are_for_operators() {
        assertEquals(403, Caller.as("service", server).get("/prometheus").statusCode());
        assertTrue(Caller.as("operator", server).get("/prometheus").body().contains("hikaricp_connections"));
    }

    @Test
    void a_session_of_a_browser_reads_the_api_but_never_writes_through_it() {
        Browser browser = Browser.loggedInAs("operator", server);
        assertEquals("operator", browser.open("/api/who").body());
        assertEquals(401, browser.method("DELETE", "/api/who").statusCode());
    }

    @Test
    void a_call_of_the_api_is_never_sent_to_a_login_page() {
        HttpResponse<String> answer = Browser.at(server).open("/api/who");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("\"unauthorized\""));
    }

    @Test
    void guessing_is_slowed_down_and_the_right_name_elsewhere_is_not() {
        Caller guesser = Caller.withPassword("somebody", "guess", server);
        for (int i = 0; i < 5; i++) {
            assertEquals(401, guesser.get("/api/who").statusCode());
        }
        // The first pause lasts a second, which a busy machine may need for one call; every further guess doubles it.
        HttpResponse<String> slowed =
                await().until(() -> guesser.get("/api/who"), answer -> answer.statusCode() != 401);
        assertEquals(429, slowed.statusCode());
        assertTrue(slowed.body().contains("too_many_attempts"));
        assertNotEquals("", slowed.headers().firstValue("Retry-After").orElse(""));
        assertEquals(200, Caller.as("service", server).get("/api/who").statusCode());
    }

    @Test
    void the_api_is_described() {
        HttpResponse<String> answer = Caller.as("service", server).get("/swagger");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("/api/contracts/{id}"), answer.body());
    }
}
