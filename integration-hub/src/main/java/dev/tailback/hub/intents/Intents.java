package dev.tailback.hub.intents;

import dev.tailback.hub.database.RowsJson;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Hands intents out for writing and takes what became of them, in the caller's transaction. */
@Singleton
public class Intents {

    private final IntentRows rows;

    Intents(IntentRows rows) {
        this.rows = rows;
    }

    /** Until the transaction ends nobody else gets them. */
    public List<Intent> lockDue(String crm, String object, int limit) {
        return rows.lockDue(crm, object, limit);
    }

    /** @return the ids of those that are still what was planned; other values may have been agreed meanwhile */
    public Set<UUID> held(List<Intent> intents) {
        String all = RowsJson.of(intents, Intent::write);
        rows.accepted(all);
        return Set.copyOf(rows.heldAsPlanned(all));
    }

    public void refused(Intent intent, String code, String reason) {
        rows.refused(intent.id(), intent.version(), code, reason);
        rows.outcome(intent.id(), intent.version(), OutcomeKind.REFUSED, code, reason);
    }

    /** To the tail: longer with each attempt. */
    public void again(Intent intent, OutcomeKind kind, String code, String reason) {
        rows.later(
                intent.id(),
                intent.version(),
                1,
                code,
                reason,
                Tail.wait(intent.attempts()).toMillis());
        rows.outcome(intent.id(), intent.version(), kind, code, reason);
    }

    /** An outage is nobody's failure: no attempt is counted. */
    public void unavailable(Intent intent, String code, String reason, Duration wait) {
        rows.later(intent.id(), intent.version(), 0, code, reason, wait.toMillis());
    }

    /** It is decided again before it is written again. */
    public void conflict(Intent intent) {
        rows.later(intent.id(), intent.version(), 0, null, null, Tail.LONGEST_WAIT.toMillis());
        rows.outcome(intent.id(), intent.version(), OutcomeKind.CONFLICT, null, null);
    }

    public void gone(Intent intent) {
        rows.held(RowsJson.of(List.of(intent), Intent::write));
        rows.outcome(intent.id(), intent.version(), OutcomeKind.GONE, null, null);
    }

    /**
     * The field cannot be written now: what waits goes without it, and what was refused is tried without it. An answer to
     * what is on its way is about a version that holds no more.
     */
    public void without(String crm, String object, String field) {
        rows.without(crm, object, field);
    }

    /** How many records do not hold yet what they should. */
    public long open() {
        return rows.open();
    }
}
