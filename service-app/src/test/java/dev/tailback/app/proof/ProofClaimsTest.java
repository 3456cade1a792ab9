package dev.tailback.app.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Line;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One proof at a time, however many service apps there are. */
class ProofClaimsTest {

    private Line line;
    private ProofClaims claims;
    private Instant now;

    @BeforeEach
    void start() {
        line = Line.withoutSalesforce();
        claims = line.bean(ProofClaims.class);
        now = line.bean(Clock.class).instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void the_second_service_app_is_told_who_proves_since_when() {
        claims.claim("PROOF-1", "ada", now);

        try (var other = line.another()) {
            ProofClaims.Running running = other.getBean(ProofClaims.class)
                    .claim("PROOF-2", "bob", now.plusSeconds(10))
                    .orElseThrow();

            assertEquals(new ProofClaims.Running("PROOF-1", "ada", now, now.plus(ProofClaims.LEASE)), running);
        }
    }

    @Test
    void over_http_it_is_a_conflict_with_a_sentence() {
        claims.claim("PROOF-1", "ada", now);

        Answer answer =
                line.as("admin").send("POST", "/api/org/proofs", "{\"contractId\":\"800000000000001AAA\"}", Map.of());

        assertEquals(409, answer.status(), answer::toString);
        assertEquals("proof_running", answer.code());
        assertTrue(answer.toString().contains("ada has been making a proof (PROOF-1) since "), answer::toString);
    }

    @Test
    void a_dead_service_app_does_not_hold_it_for_ever() {
        claims.claim("PROOF-1", "ada", now);

        Instant after = now.plus(ProofClaims.LEASE);
        assertTrue(claims.claim("PROOF-2", "bob", after.minus(Duration.ofMillis(1)))
                .isPresent());
        assertEquals(Optional.empty(), claims.claim("PROOF-2", "bob", after));
    }

    @Test
    void only_the_proof_that_has_it_lets_it_go() {
        claims.claim("PROOF-1", "ada", now);
        claims.release("PROOF-2");
        assertTrue(claims.claim("PROOF-2", "bob", now).isPresent());

        claims.release("PROOF-1");
        assertEquals(Optional.empty(), claims.claim("PROOF-2", "bob", now));
    }
}
