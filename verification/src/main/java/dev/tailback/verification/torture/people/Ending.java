package dev.tailback.verification.torture.people;

import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import java.util.Optional;
import java.util.Set;

/** How an act ended, in a word or two; an answer that must never be given is kept as a difference. */
final class Ending {
    private static final Set<Integer> DONE = Set.of(200, 201, 204);
    /** Refused with a reason: wrong input, a conflict, a quicker change, or not possible now. */
    private static final Set<Integer> REFUSED = Set.of(400, 409, 412, 503);

    private final Differences differences;

    Ending(Differences differences) {
        this.differences = differences;
    }

    static boolean isDone(Optional<Answer> answer) {
        return answer.filter(whole -> DONE.contains(whole.status())).isPresent();
    }

    /** Of a call to the service app. */
    String of(String what, Optional<Answer> answer) {
        if (answer.isEmpty()) {
            return "unanswered";
        }
        if (isDone(answer)) {
            return "done";
        }
        Answer refusal = answer.get();
        if (!REFUSED.contains(refusal.status()) || refusal.code().isEmpty()) {
            differences.add(
                    Harm.WRONG_ANSWER,
                    "The service app answered " + what + " with " + refusal.status() + " " + refusal.body() + ".");
        }
        return "refused (" + refusal.code() + ")";
    }
}
