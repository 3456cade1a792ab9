package dev.tailback.app.outcomes;

import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryChanges;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds acceptances whose answers were lost. A worker or Redis may die after Salesforce has accepted a version and before we hear of it; sending again
 * tells it as a rule. Not so when a newer version took its place meanwhile and is refused for good: then nobody would ever say what Salesforce counts.
 * So the refusal of an entry with a version in between, rare as it is, waits until Salesforce has told which one it holds.
 */
@Singleton
class LostAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(LostAnswers.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);

    private final EntryRows entries;
    private final EntryChanges changes;
    private final UsageReader salesforce;
    private final Clock clock;

    LostAnswers(EntryRows entries, EntryChanges changes, UsageReader salesforce, Clock clock) {
        this.entries = entries;
        this.changes = changes;
        this.salesforce = salesforce;
        this.clock = clock;
    }

    /**
     * Outside of any transaction, because Salesforce may be asked.
     *
     * @return the same with every acceptance found before the refusal that showed it; without the refusals that nobody can judge while Salesforce cannot
     *     be read: those entries are sent and refused again
     */
    List<Outcome> before(List<Outcome> outcomes) {
        Map<UUID, Entry> doubtful = outcomes.stream()
                .filter(outcome -> outcome.kind() == OutcomeKind.PARKED)
                .flatMap(outcome ->
                        entries.find(outcome.entryId()).filter(entry -> hidesSomething(outcome, entry)).stream())
                .collect(Collectors.toMap(Entry::id, Function.identity(), (one, same) -> one));
        return doubtful.isEmpty() ? outcomes : cleared(outcomes, doubtful);
    }

    private static boolean hidesSomething(Outcome outcome, Entry entry) {
        boolean current = outcome.version() == 0 || outcome.version() == entry.version();
        return current && !entry.rejected() && entry.version() > entry.reportedVersion() + 1;
    }

    private List<Outcome> cleared(List<Outcome> outcomes, Map<UUID, Entry> doubtful) {
        Reading<List<HeldUsage>> reading = salesforce.byEntryIds(doubtful.keySet());
        if (reading instanceof Reading.Found<List<HeldUsage>> found) {
            return withAcceptances(outcomes, doubtful, found.value());
        }
        if (reading instanceof Reading.Unavailable<List<HeldUsage>>) {
            changes.askAgain(List.copyOf(doubtful.keySet()), clock.instant().plus(ASK_AGAIN_AFTER));
            return outcomes.stream()
                    .filter(outcome -> !isDoubtful(outcome, doubtful))
                    .toList();
        }
        LOG.warn("What Salesforce holds of refused entries cannot be told: {}", reading);
        return outcomes;
    }

    private static boolean isDoubtful(Outcome outcome, Map<UUID, Entry> doubtful) {
        return outcome.kind() == OutcomeKind.PARKED && doubtful.containsKey(outcome.entryId());
    }

    private static List<Outcome> withAcceptances(
            List<Outcome> outcomes, Map<UUID, Entry> doubtful, List<HeldUsage> held) {
        Map<UUID, HeldUsage> byEntry =
                held.stream().collect(Collectors.toMap(HeldUsage::entryId, Function.identity(), (one, other) -> one));
        List<Outcome> all = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (isDoubtful(outcome, doubtful)) {
                Optional.ofNullable(byEntry.get(outcome.entryId()))
                        .filter(usage -> usage.version()
                                > doubtful.get(outcome.entryId()).reportedVersion())
                        .ifPresent(usage -> all.add(acceptance(usage, outcome)));
            }
            all.add(outcome);
        }
        return all;
    }

    /** Named after the refusal, so that it too is applied once, however often that one is delivered. */
    private static Outcome acceptance(HeldUsage usage, Outcome refusal) {
        return new Outcome(
                refusal.streamId() + " shows",
                refusal.entryId(),
                refusal.contractId(),
                usage.version(),
                OutcomeKind.ACCEPTED,
                0,
                Optional.empty(),
                Optional.of(usage.salesforceId()),
                Optional.empty(),
                Optional.empty(),
                refusal.at());
    }
}
