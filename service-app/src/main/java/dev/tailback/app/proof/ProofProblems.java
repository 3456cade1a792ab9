package dev.tailback.app.proof;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Why nothing was tried. */
final class ProofProblems {

    private ProofProblems() {}

    static Problem running(ProofClaims.Running running) {
        return new Problem(
                HttpStatus.CONFLICT,
                "proof_running",
                running.who() + " has been making a proof (" + running.reference() + ") since " + time(running.since())
                        + ", and a second one would disturb its figures. Ask again in a minute. If that service app has"
                        + " ended meanwhile, a proof can be made from " + time(running.until()) + " on.");
    }

    private static Instant time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    static Problem notOpen(String number) {
        return new Problem(
                HttpStatus.CONFLICT,
                "contract_fulfilled",
                "Contract " + number + " is fulfilled: name an open test contract, and this one as the fulfilled one.");
    }

    static Problem nothing(String why) {
        return new Problem(HttpStatus.CONFLICT, "nothing_to_prove", "Nothing was tried: " + why);
    }
}
