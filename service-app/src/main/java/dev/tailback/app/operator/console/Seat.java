package dev.tailback.app.operator.console;

import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemSentence;
import java.util.Set;

/**
 * Who looks at the page.
 *
 * @param error why the last thing asked for was refused, or empty
 */
public record Seat(Visitor visitor, SyncBanner banner, String error) {

    Seat refused(Problem refusal) {
        return new Seat(visitor, banner, sentence(refusal));
    }

    private String sentence(Problem refusal) {
        boolean reason = refusal.members().toString().contains("field=reason");
        return reason ? visitor.texts().of("console.reason-missing") : ProblemSentence.of(refusal, visitor.texts());
    }

    /** Whether the visitor may act; others only read. */
    public boolean acts() {
        return visitor.hasOneOf(Set.of("operator"));
    }
}
