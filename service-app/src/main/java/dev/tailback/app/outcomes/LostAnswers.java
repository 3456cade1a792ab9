package dev.tailback.app.outcomes;

import dev.tailback.app.held.AskHeld;
import dev.tailback.app.held.HeldAnswer;
import dev.tailback.app.held.LearnHeld;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryChanges;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.salesforce.usage.HeldUsage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds acceptances whose answers were lost. A worker or Redis may die after Salesforce has accepted a version and
 * before we hear of it. As a rule, sending the version again tells it. That does not work when a newer version took its
 * place meanwhile and is refused for good: then no answer would ever say what Salesforce counts. So the refusal of an
 * entry with a version in between, which is rare, waits until Salesforce has told which version it holds.
 */
@Singleton
class LostAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(LostAnswers.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);

    private final EntryRows entries;
    private final EntryChanges changes;
    private final AskHeld salesforce;
    private final LearnHeld learn;
    private final Clock clock;

    LostAnswers(EntryRows entries, EntryChanges changes, AskHeld salesforce, LearnHeld learn, Clock clock) {
        this.entries = entries;
        this.changes = changes;
        this.salesforce = salesforce;
        this.learn = learn;
        this.clock = clock;
    }

    /**
     * Outside of any transaction, because Salesforce may be asked.
     *
     * @return the outcomes to apply, and what Salesforce holds where a refusal may hide an acceptance; without the
     *     refusals that cannot be judged while Salesforce is unavailable: those entries are sent and refused again
     */
    Judged judge(List<Outcome> outcomes) {
        Set<UUID> doubtful = doubtful(outcomes.stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.PARKED)
                .toList());
        return salesforce
                .about(doubtful)
                .fold(
                        told -> new Judged(outcomes, told),
                        refused -> untold(outcomes, refused),
                        unavailable -> postponed(outcomes, doubtful));
    }

    private Set<UUID> doubtful(List<Outcome> refusals) {
        if (refusals.isEmpty()) {
            return Set.of();
        }
        List<UUID> ids = refusals.stream().map(Outcome::entryId).distinct().toList();
        Map<UUID, Entry> found =
                entries.findAll(ids).stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        return refusals.stream()
                .filter(refusal -> Optional.ofNullable(found.get(refusal.entryId()))
                        .filter(entry -> hidesSomething(refusal, entry))
                        .isPresent())
                .map(Outcome::entryId)
                .collect(Collectors.toSet());
    }

    private static boolean hidesSomething(Outcome outcome, Entry entry) {
        boolean current = outcome.version() == 0 || outcome.version() == entry.version();
        return current && !entry.rejected() && entry.version() > entry.reportedVersion() + 1;
    }

    /**
     * A refusal that lasts would hold the entry up for ever. It is parked, and the search for late arrivals goes on
     * asking.
     */
    private static Judged untold(List<Outcome> outcomes, HeldAnswer.Refused refused) {
        LOG.warn(
                "Salesforce refuses to tell what it holds of rejected entries ({}): {}",
                refused.code(),
                refused.reason());
        return new Judged(outcomes, HeldAnswer.Told.NOT_ASKED);
    }

    private Judged postponed(List<Outcome> outcomes, Set<UUID> doubtful) {
        changes.askAgain(List.copyOf(doubtful), clock.instant().plus(ASK_AGAIN_AFTER));
        List<Outcome> others = outcomes.stream()
                .filter(outcome -> outcome.kind() != OutcomeKind.PARKED || !doubtful.contains(outcome.entryId()))
                .toList();
        return new Judged(others, HeldAnswer.Told.NOT_ASKED);
    }

    /**
     * Before a refusal is applied, inside the transaction with its locks: takes over what Salesforce accepted unheard.
     *
     * @return what was taken over, for the log
     */
    Optional<HeldUsage> learn(Outcome outcome, HeldAnswer.Told told) {
        return outcome.kind() == OutcomeKind.PARKED && told.asked(outcome.entryId())
                ? entries.find(outcome.entryId())
                        .flatMap(entry -> learn.learn(entry, told).arrived())
                : Optional.empty();
    }

    /** Outcomes that can be applied, with what Salesforce holds of entries whose refusal may hide an acceptance. */
    record Judged(List<Outcome> outcomes, HeldAnswer.Told held) {}
}
