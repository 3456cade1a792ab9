package dev.tailback.app.requests;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** Why a request cannot be made or answered. */
final class RequestProblems {

    private RequestProblems() {}

    static Problem unknown(UUID id) {
        return new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no correction request with the id " + id + ".")
                .says("problem.no.request", id);
    }

    static Problem notLocked(UUID entryId) {
        return conflict(
                        "not_locked",
                        "Nothing was asked: this entry is not locked, so no request is needed. Correct the ad.")
                .with("entryId", entryId);
    }

    static Problem unchanged(UUID entryId, int units) {
        return conflict(
                        "nothing_to_correct",
                        "Nothing was asked: the entry says " + units + " already. Enter the units that would be right.")
                .with("entryId", entryId);
    }

    static Problem askedAlready(UUID entryId) {
        return conflict(
                        "request_open",
                        "Nothing was asked: there is a request about this entry that is not settled. Wait for finance's"
                                + " answer, or take it back first.")
                .with("entryId", entryId);
    }

    static Problem settled(RequestView request) {
        return conflict(
                        "request_settled",
                        "Nothing was changed: this request is "
                                + request.state().word() + " and takes no such answer any more. Read it again.")
                .with("state", request.state().word());
    }

    private static Problem conflict(String code, String detail) {
        return new Problem(HttpStatus.CONFLICT, code, detail);
    }
}
