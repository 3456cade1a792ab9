package dev.tailback.app.outcomes;

import dev.tailback.app.arrivals.LateArrivals;
import dev.tailback.app.ledger.Acceptance;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryChanges;
import dev.tailback.app.ledger.UsageHistory.Content;
import dev.tailback.queue.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Changes an entry by an answer of Salesforce. The caller holds the row's lock. */
@Singleton
class EntryFate {

    private static final String STALE_CODE = "USAGE_STALE";
    private static final String STALE_REASON =
            "Salesforce holds a newer version of this entry than the newest one here.";

    /** No worker puts a record off for so long: the time was made up, or Redis' clock is wrong. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private final EntryChanges changes;
    private final Acceptance acceptance;
    private final LateArrivals arrivals;
    private final Clock clock;

    EntryFate(EntryChanges changes, Acceptance acceptance, LateArrivals arrivals, Clock clock) {
        this.changes = changes;
        this.acceptance = acceptance;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * What Salesforce said to one version of an entry, beside the entry as it is now.
     *
     * @param version the version it is about
     * @param content what that version said
     */
    record Answer(Outcome outcome, Entry entry, long version, Content content) {

        /** Whether it is about what the entry is now, and Salesforce does not hold that yet. */
        boolean current() {
            return version == entry.version() && entry.open();
        }

        /** By how many units this changes what Salesforce counts as consumed. */
        int consumedChange() {
            return content.wanted() - entry.held();
        }
    }

    /** @return what became of the entry, for the log */
    String settle(Answer answer) {
        return switch (answer.outcome().kind()) {
            case ACCEPTED -> accepted(answer);
            case RETRYING -> retrying(answer);
            case PARKED ->
                parked(answer, answer.outcome().code().orElse("REFUSED"), reason(answer, "Salesforce refused it."));
            case STALE -> parked(answer, STALE_CODE, STALE_REASON);
            case SUPERSEDED -> "was refused, and a newer version is on its way";
        };
    }

    private String accepted(Answer answer) {
        String salesforceId =
                answer.outcome().salesforceId().orElse(answer.entry().salesforceId());
        return acceptance.of(answer.entry(), answer.version(), answer.content(), salesforceId);
    }

    private String retrying(Answer answer) {
        Outcome outcome = answer.outcome();
        if (!answer.current() || outcome.attempts() < answer.entry().attempts()) {
            return "was refused for now, and counts no more";
        }
        Instant next = earlier(
                outcome.nextAttemptAt().orElseGet(clock::instant),
                clock.instant().plus(LONGEST_DELAY));
        changes.retrying(
                outcome.entryId(),
                outcome.attempts(),
                next,
                outcome.code().orElse(null),
                outcome.reason().orElse(null));
        return "was refused for now; next attempt at " + next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private String parked(Answer answer, String code, String reason) {
        if (!answer.current()) {
            return "was refused, and counts no more";
        }
        changes.park(answer.outcome().entryId(), answer.outcome().attempts(), code, reason);
        arrivals.expect(answer.outcome().entryId());
        return "was refused for good, and waits for a person";
    }

    private static String reason(Answer answer, String otherwise) {
        return answer.outcome().reason().orElse(otherwise);
    }
}
