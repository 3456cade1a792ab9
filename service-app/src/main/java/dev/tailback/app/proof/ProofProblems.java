package dev.tailback.app.proof;

import dev.tailback.app.problems.Problem;
import io.micronaut.http.HttpStatus;

/** Why nothing was tried. */
final class ProofProblems {

    private ProofProblems() {}

    static Problem running() {
        return new Problem(
                HttpStatus.CONFLICT,
                "proof_running",
                "A proof is being made, and a second one would disturb its figures. Ask again in a minute.");
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
