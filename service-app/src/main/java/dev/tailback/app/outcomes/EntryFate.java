package dev.tailback.app.outcomes;

import dev.tailback.app.arrivals.LateArrivals;
import dev.tailback.app.ledger.Acceptance;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryChanges;
import dev.tailback.app.ledger.EntryChanges.Accepted;
import dev.tailback.app.ledger.EntryChanges.Refused;
import dev.tailback.app.ledger.UsageHistory.Content;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changes entries by answers of Salesforce, one to each. The caller holds the rows' locks. */
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

    /**
     * @param answers each entry once
     * @return what became of each, by its id, for the log
     */
    Map<UUID, String> settle(List<Answer> answers) {
        Map<OutcomeKind, List<Answer>> byKind = answers.stream()
                .collect(Collectors.groupingBy(answer -> answer.outcome().kind()));
        Map<UUID, String> fates = new HashMap<>();
        byKind.forEach((kind, some) -> fates.putAll(
                switch (kind) {
                    case ACCEPTED -> accepted(some);
                    case RETRYING -> retrying(some);
                    case PARKED -> parked(some, EntryFate::refused);
                    case STALE -> parked(some, EntryFate::stale);
                    case SUPERSEDED -> told(some, "was refused, and a newer version is on its way");
                }));
        return fates;
    }

    private static Map<UUID, String> told(List<Answer> answers, String fate) {
        return answers.stream()
                .collect(Collectors.toMap(answer -> answer.entry().id(), answer -> fate));
    }

    private Map<UUID, String> accepted(List<Answer> answers) {
        return acceptance.of(answers.stream()
                .map(answer -> new Accepted(
                        answer.entry(),
                        answer.version(),
                        answer.content(),
                        answer.outcome().acceptedId().orElse(answer.entry().salesforceId())))
                .toList());
    }

    private Map<UUID, String> retrying(List<Answer> answers) {
        Map<UUID, String> fates = told(answers, "was refused for now, and counts no more");
        List<Refused> current = answers.stream()
                .filter(answer -> answer.current()
                        && answer.outcome().attempts() >= answer.entry().attempts())
                .map(answer -> postponed(answer.outcome()))
                .toList();
        changes.refuse(current);
        current.forEach(one -> fates.put(one.id(), "was refused for now; next attempt at " + one.nextAttemptAt()));
        return fates;
    }

    private Refused postponed(Outcome outcome) {
        Instant now = clock.instant();
        Instant next = earlier(outcome.nextAttemptAt().orElse(now), now.plus(LONGEST_DELAY));
        return refused(
                outcome,
                false,
                next,
                outcome.code().orElse(null),
                outcome.reason().orElse(null));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Map<UUID, String> parked(List<Answer> answers, Function<Outcome, Refused> refusal) {
        Map<UUID, String> fates = told(answers, "was refused, and counts no more");
        List<Refused> current = answers.stream()
                .filter(Answer::current)
                .map(answer -> refusal.apply(answer.outcome()))
                .toList();
        changes.refuse(current);
        arrivals.expect(current.stream().map(Refused::id).toList());
        current.forEach(one -> fates.put(one.id(), "was refused for good, and waits for a person"));
        return fates;
    }

    private static Refused refused(Outcome outcome) {
        String reason = outcome.reason().orElse("Salesforce refused it.");
        return refused(outcome, true, null, outcome.code().orElse("REFUSED"), reason);
    }

    private static Refused stale(Outcome outcome) {
        return refused(outcome, true, null, STALE_CODE, STALE_REASON);
    }

    private static Refused refused(
            Outcome outcome, boolean forGood, @Nullable Instant next, @Nullable String code, @Nullable String reason) {
        return new Refused(outcome.entryId(), forGood, outcome.attempts(), next, code, reason);
    }
}
