package dev.tailback.app.finance.month;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;

/** Nothing is exported while the two sides differ: a file that one of them contradicts proves nothing. */
public final class Export {

    private Export() {}

    /** @throws Problem 409 {@code ledger_differs} */
    public static LockedMonth require(LockedMonth month) {
        if (!month.agrees()) {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "ledger_differs",
                            "Nothing was exported: ledger and Salesforce differ about "
                                    + month.differences().size()
                                    + " of the lines. The finance page names each one with what to do; then export again,"
                                    + " or close with a reason, which leaves those lines out.")
                    .with("differences", month.differences().size())
                    .says("problem.differs", month.differences().size());
        }
        return month;
    }
}
