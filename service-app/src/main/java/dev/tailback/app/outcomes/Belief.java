package dev.tailback.app.outcomes;

import dev.tailback.app.arrivals.LateArrivals;
import dev.tailback.app.ledger.Entry;
import dev.tailback.app.ledger.EntryChanges;
import dev.tailback.app.ledger.UsageBook;
import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.app.ledger.UsageHistory.Content;
import dev.tailback.app.outcomes.EntryFate.Answer;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.usage.Sent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether an answer out of Redis is believed. A program that can write to Redis can change a record on its way,
 * or invent an answer. So an answer that contradicts the ledger changes nothing, and Salesforce itself is asked: by
 * sending what the ledger says once more, or, where nothing is on its way, by looking there.
 */
@Singleton
class Belief {

    /** A database that was restored knows fewer versions than Salesforce, but not by so many for one entry. */
    private static final long MOST_AHEAD = 1_000;

    private static final String REASON =
            "An answer to this version does not fit what the ledger says, as if the record had been changed in Redis: it goes out again.";

    private final EntryChanges changes;
    private final UsageBook book;
    private final LateArrivals arrivals;
    private final Clock clock;

    Belief(EntryChanges changes, UsageBook book, LateArrivals arrivals, Clock clock) {
        this.changes = changes;
        this.book = book;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * Inside a transaction, with the entry's row locked.
     *
     * @return why it is not believed, for the log; empty if it is
     */
    Optional<String> refuses(Answer answer) {
        Optional<String> contradiction = contradiction(answer.outcome(), answer.entry(), answer.content());
        contradiction.ifPresent(what -> ask(answer.outcome(), answer.entry()));
        return contradiction.map(what -> what + ": this is not believed, and Salesforce is asked");
    }

    /** @param content what the ledger says of that version */
    private static Optional<String> contradiction(Outcome outcome, Entry entry, Content content) {
        if (!outcome.group().equals(entry.contractId())) {
            return Optional.of("is said to be of contract " + outcome.group() + " and is not");
        }
        if (outcome.version() > entry.highestVersion() + MOST_AHEAD) {
            return Optional.of("was never minted, the highest is " + entry.highestVersion());
        }
        return differs(outcome, entry, content)
                ? Optional.of("was sent with other units or another product than the ledger says")
                : Optional.empty();
    }

    private static boolean differs(Outcome outcome, Entry entry, Content content) {
        boolean known = outcome.kind() == OutcomeKind.ACCEPTED && outcome.version() <= entry.highestVersion();
        return known
                && outcome.sent().isPresent()
                && outcome.sent().getAsLong()
                        != Sent.of(entry.contractProductId(), content.units(), content.cancelled());
    }

    // Salesforce takes other content only in a higher version: where the record itself was changed, it holds that under
    // ours.
    private void ask(Outcome outcome, Entry entry) {
        if (entry.open() && outcome.kind() == OutcomeKind.ACCEPTED && outcome.version() == entry.version()) {
            book.repeat(entry, entry.version(), new By("tailback", REASON));
        } else if (entry.open()) {
            changes.askAgain(List.of(entry.id()), clock.instant());
        } else {
            arrivals.expect(entry.id());
        }
    }
}
