package dev.tailback.app.ledger;

import dev.tailback.app.ledger.EntryChanges.Accepted;
import dev.tailback.app.ledger.UsageBook.By;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Updates entries after Salesforce has accepted one version of each. The caller holds the locks of their ads and of
 * what replaces them.
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

    /**
     * @param told each entry once
     * @return what became of each, by its id, for the log
     */
    public Map<UUID, String> of(List<Accepted> told) {
        List<Accepted> news = told.stream()
                .filter(one -> one.entry().learnsFrom(one.version()))
                .toList();
        Instant now = clock.instant();
        changes.accept(news, now);
        wakeReplacements(news, now);
        Map<UUID, String> fates = new HashMap<>();
        told.forEach(one -> fates.put(one.entry().id(), "was accepted, as known before"));
        news.forEach(one -> fates.put(one.entry().id(), afterwards(one.entry(), one.version())));
        return fates;
    }

    private void wakeReplacements(List<Accepted> news, Instant now) {
        List<UUID> cancelled = news.stream()
                .filter(one -> one.content().cancelled())
                .map(one -> one.entry().id())
                .toList();
        if (!cancelled.isEmpty()) {
            changes.wakeReplacementsOf(cancelled, now);
        }
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
