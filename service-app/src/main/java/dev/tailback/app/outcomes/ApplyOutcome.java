package dev.tailback.app.outcomes;

import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryRows;
import dev.tailback.app.ledger.UsageHistory;
import dev.tailback.app.ledger.UsageHistory.Content;
import dev.tailback.app.outcomes.EntryFate.Answer;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes answers of Salesforce into the ledger, one for each entry. An outcome may come twice, late, or about a version
 * that a person has changed since: the history knows every delivery, and an entry only moves when the answer is about
 * what it is now. However many there are, and however mixed, they take a few statements.
 */
@Singleton
class ApplyOutcome {

    private final EntryRows entries;
    private final UsageHistory history;
    private final EntryFate fate;
    private final Belief belief;
    private final Clock clock;

    ApplyOutcome(EntryRows entries, UsageHistory history, EntryFate fate, Belief belief, Clock clock) {
        this.entries = entries;
        this.history = history;
        this.fate = fate;
        this.belief = belief;
        this.clock = clock;
    }

    /**
     * Inside a transaction, with the entries' rows locked.
     *
     * @param outcomes each entry once
     * @return what became of each, in the same order, for the log
     */
    List<String> settle(List<Outcome> outcomes) {
        Map<UUID, Entry> found =
                entries.findAll(ids(outcomes)).stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        Set<UUID> known = history.knownOf(outcomes);
        Map<UUID, String> fates = new HashMap<>();
        List<Answer> believed = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Entry entry = found.get(outcome.entryId());
            if (entry == null) {
                fates.put(outcome.entryId(), "is not of this ledger; its outcome is put aside");
            } else if (known.contains(entry.id())) {
                fates.put(entry.id(), "was told again");
            } else {
                Answer answer = answer(outcome, entry);
                belief.refuses(answer).ifPresentOrElse(why -> fates.put(entry.id(), why), () -> believed.add(answer));
            }
        }
        fates.putAll(settleBelieved(believed));
        return outcomes.stream().map(outcome -> fates.get(outcome.entryId())).toList();
    }

    private static List<UUID> ids(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::entryId).toList();
    }

    private Answer answer(Outcome outcome, Entry entry) {
        long version = outcome.version() == 0 ? entry.version() : outcome.version();
        return new Answer(outcome, entry, version, content(entry, version));
    }

    private Map<UUID, String> settleBelieved(List<Answer> answers) {
        Instant now = clock.instant();
        history.append(answers.stream()
                .map(answer -> UsageHistory.Line.of(
                        answer.outcome(), now, answer.version(), answer.content(), consumedChange(answer)))
                .toList());
        return fate.settle(answers);
    }

    /**
     * A version that is unknown here was minted by a later state of this database; what it said is not known, so ours
     * stands in for it.
     */
    private Content content(Entry entry, long version) {
        Content ours = new Content(entry.units(), entry.cancelled());
        return version == entry.version()
                ? ours
                : history.contentOf(entry.id(), version).orElse(ours);
    }

    private static @Nullable Integer consumedChange(Answer answer) {
        boolean changes = answer.outcome().kind() == OutcomeKind.ACCEPTED
                && answer.entry().learnsFrom(answer.version());
        return changes ? answer.consumedChange() : null;
    }
}
