package dev.tailback.app.ledger;

import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.app.ledger.UsageHistory.Content;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Updates an entry after Salesforce has accepted one of its versions. The caller holds the locks of its ad and of
 * what replaces it.
 */
@Singleton
public class Acceptance {

    private final EntryChanges changes;
    private final UsageBook book;
    private final Clock clock;

    Acceptance(EntryChanges changes, UsageBook book, Clock clock) {
        this.changes = changes;
        this.book = book;
        this.clock = clock;
    }

    /** @return what became of the entry, for the log */
    public String of(Entry entry, long version, Content content, @Nullable String salesforceId) {
        if (!entry.learnsFrom(version)) {
            return "was accepted, as known before";
        }
        Instant now = clock.instant();
        changes.accept(entry.id(), version, content.units(), content.cancelled(), salesforceId, now);
        if (content.cancelled()) {
            changes.wakeReplacementsOf(entry.id(), now);
        }
        return afterwards(entry, version);
    }

    /**
     * A version above ours, or any version of a withdrawn entry, is not what we want there: our content goes out again
     * above it.
     */
    private String afterwards(Entry entry, long version) {
        if (version > entry.version() || entry.withdrawn()) {
            book.repeat(entry, version, By.automatically("Salesforce had accepted version " + version + " after all."));
            return "was accepted, but is not what holds here: a newer version goes out";
        }
        return "was accepted";
    }
}
