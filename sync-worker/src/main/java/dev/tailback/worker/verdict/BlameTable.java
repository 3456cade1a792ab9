package dev.tailback.worker.verdict;

import static dev.tailback.worker.verdict.ErrorKind.IN_APPROVAL;
import static dev.tailback.worker.verdict.ErrorKind.OUTAGE;
import static dev.tailback.worker.verdict.ErrorKind.PERMANENT;
import static dev.tailback.worker.verdict.ErrorKind.RETRY_ONCE;
import static dev.tailback.worker.verdict.ErrorKind.ROW_BUSY;
import static dev.tailback.worker.verdict.ErrorKind.RULE;
import static dev.tailback.worker.verdict.ErrorKind.STALE;

import dev.tailback.salesforce.usage.RowError;
import java.util.Set;

/** The one table of who is to blame for an error, and how isolated a record must be before the blame is its own. */
final class BlameTable {
    /** Rules of the usage row itself: such a record alone in a call would be refused in the same way. */
    private static final Set<String> OWN_RULES = Set.of(
            "USAGE_IDENTITY", "USAGE_LOCKED", "USAGE_STALE", "USAGE_UNITS", "USAGE_VERSION", "USAGE_VERSION_REUSED");

    private static final Set<String> OF_THE_SESSION = Set.of("INACTIVE_USER", "INVALID_SESSION_ID");
    private static final Set<String> OF_THE_NETWORK = Set.of("UNREACHABLE", "PROXY_REFUSED", "MOVED", "NO_ANSWER");

    private BlameTable() {}

    /** @param shown the rule's own code, or Salesforce's */
    static Isolation isolationOf(ErrorKind kind, RowError error, String shown) {
        if (kind == STALE || kind == OUTAGE || kind == RULE && OWN_RULES.contains(shown)) {
            return Isolation.NONE;
        }
        if (kind == ROW_BUSY || kind == IN_APPROVAL) {
            return Isolation.OWN_CONTRACT;
        }
        if (ErrorTable.isOfTheCall(error)) {
            return Isolation.ALONE;
        }
        return kind == PERMANENT || kind == RETRY_ONCE ? Isolation.OWN_CONTRACT : Isolation.OWN_CODE;
    }

    static Blame blameOf(ErrorKind kind, Isolation isolation, String code) {
        if (kind == OUTAGE) {
            return blameOfPause(code);
        }
        if (isolation == Isolation.NONE
                || kind == PERMANENT && isolation == Isolation.OWN_CONTRACT
                || kind == RETRY_ONCE) {
            return Blame.RECORD;
        }
        return kind == RULE || isolation == Isolation.OWN_CONTRACT ? Blame.CONTRACT : Blame.CALL;
    }

    /** Who is to blame when nothing can be written at all. */
    static Blame blameOfPause(String code) {
        if (OF_THE_SESSION.contains(code) || code.startsWith("LOGIN_")) {
            return Blame.SESSION;
        }
        return OF_THE_NETWORK.contains(code) ? Blame.NETWORK : Blame.SALESFORCE;
    }
}
