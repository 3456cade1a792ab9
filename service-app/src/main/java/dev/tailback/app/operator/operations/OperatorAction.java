package dev.tailback.app.operator.operations;

import dev.tailback.app.entries.SearchParameter;
import dev.tailback.web.problems.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an operator can do. */
public enum OperatorAction {
    /** Nothing is taken from the queue any more. */
    PAUSED,
    RESUMED,
    /** Nothing of one contract, or of one cause, is taken any more. */
    HELD,
    RELEASED,
    /** Rejected entries were let through again. */
    RETRIED,
    /** A rejected entry went back to what Salesforce holds. */
    REVERTED,
    /** Ledger and Salesforce were compared. */
    RECONCILED,
    /** They were compared, and what was ours to send was sent again. */
    REPAIRED,
    /** Rows that nothing needs any more were deleted. */
    DELETED,
    /** Another mapping is in use. */
    MAPPED,
    /** The promises that the org must keep were tried on a test contract. */
    PROVED;

    /** @throws Problem 400 {@code invalid} when there is no such action */
    public static Optional<OperatorAction> asked(@Nullable String word) {
        return SearchParameter.text(word).map(OperatorAction::named);
    }

    private static OperatorAction named(String word) {
        String words = Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
        return Arrays.stream(values())
                .filter(action -> action.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                HttpStatus.BAD_REQUEST,
                                "invalid",
                                "There is no such operation. Ask for one of " + words + ".")
                        .with("errors", List.of(Map.of("field", "what", "message", "must be one of " + words))));
    }
}
