package dev.tailback.salesforce.trial;

import dev.tailback.salesforce.http.OrgAnswer;
import java.util.Optional;

/**
 * In which manner an org turned a call away.
 *
 * @param status HTTP's status; 0 where no answer came
 */
public record Manner(int status, boolean hasBody) {

    static Manner of(Optional<OrgAnswer> answer) {
        return answer.map(it -> new Manner(it.status(), !it.text().isBlank())).orElseGet(() -> new Manner(0, false));
    }

    /** Whether the call was turned away at all. */
    public boolean isRefusal() {
        return status >= 400;
    }
}
