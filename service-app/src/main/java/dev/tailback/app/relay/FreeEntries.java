package dev.tailback.app.relay;

import dev.tailback.queue.Postponed;
import dev.tailback.queue.QueueEntry;
import java.util.List;

/**
 * What of a page of open entries may go to the queue: all that no other entry holds back.
 *
 * @param atOnce what may be sent at once
 * @param later what was refused for now: it keeps its attempts, its cause and the rest of its delay
 */
record FreeEntries(List<QueueEntry> atOnce, List<Postponed> later) {

    static FreeEntries of(List<OpenEntry> page) {
        List<OpenEntry> free = page.stream().filter(entry -> !entry.heldBack()).toList();
        return new FreeEntries(
                free.stream()
                        .filter(entry -> !entry.wasRefused())
                        .map(OpenEntry::queued)
                        .toList(),
                free.stream()
                        .filter(OpenEntry::wasRefused)
                        .map(OpenEntry::postponed)
                        .toList());
    }

    int size() {
        return atOnce.size() + later.size();
    }
}
