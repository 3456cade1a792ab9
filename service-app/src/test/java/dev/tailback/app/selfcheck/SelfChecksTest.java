package dev.tailback.app.selfcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.Application;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.program.CannotStart;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.token.validator.TokenValidator;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The program does not start when a guard it relies on does not hold; each check is shown failing. */
class SelfChecksTest {

    @Hidden
    @Controller("/api/forgotten/{name}")
    @Requires(property = "tailback.test.fault", value = "open-route")
    static class ForgottenRoute {

        @Delete
        @Secured(SecurityRule.IS_ANONYMOUS)
        String forget(String name) {
            return name;
        }
    }

    /** As the framework behaved when its signature was missing. */
    @Singleton
    @Requires(property = "tailback.test.fault", value = "believer")
    static class Believer implements TokenValidator<HttpRequest<?>> {

        @Override
        public Publisher<Authentication> validateToken(String token, HttpRequest<?> request) {
            return Mono.just(Authentication.build("admin", List.of("operator")));
        }
    }

    /** Looks what a stranger gets while the program checks itself. */
    @Singleton
    @Requires(property = "tailback.test.fault", value = "stranger")
    static class Stranger implements SelfCheck {

        @Override
        public List<String> failures(OwnServer self) {
            return List.of("a stranger got " + self.asStranger("/health/liveness"));
        }
    }

    @Test
    void a_sound_program_starts_and_lets_people_in() {
        try (EmbeddedApplication<?> running = start("none")) {
            OwnServer self = new OwnServer(((EmbeddedServer) running).getURI(), "no word");
            assertEquals(200, self.status("GET", "/health/liveness"));
        }
    }

    @Test
    void a_route_without_a_rule_of_access_is_no_start() {
        CannotStart reason = refused("open-route");
        assertEquals(
                List.of("DELETE /api/forgotten/0 does not refuse who has not signed in. The service app does not start;"
                        + " report this as a security bug, see SECURITY.md."),
                reason.sentences());
        assertEquals(4, reason.exitCode());
    }

    @Test
    void tokens_that_are_believed_unsigned_are_no_start() {
        List<String> sentences = refused("believer").sentences();
        for (String what :
                List.of("unsigned", "altered", "signed by a foreign key", "expired", "without its signature")) {
            assertTrue(sentences.stream().anyMatch(sentence -> sentence.contains(what)), what + " in " + sentences);
        }
    }

    @Test
    void forms_that_pass_without_their_token_are_no_start() {
        List<String> sentences = refused("lax-forms").sentences();
        assertTrue(sentences.stream().anyMatch(one -> one.startsWith("A form without its token")), sentences::toString);
        assertTrue(
                sentences.stream().anyMatch(one -> one.startsWith("A form with a forged token")), sentences::toString);
    }

    @Test
    void while_the_program_checks_itself_a_stranger_waits() {
        assertEquals(List.of("a stranger got 503"), refused("stranger").sentences());
    }

    private static CannotStart refused(String fault) {
        return assertThrows(CannotStart.class, () -> start(fault).close());
    }

    private static EmbeddedApplication<?> start(String fault) {
        Map<String, String> environment = AppUnderTest.environment(AppUnderTest.NO_SALESFORCE);
        environment.put("TAILBACK_TEST_FAULT", fault);
        return Application.start(environment, "--port", "0");
    }
}
