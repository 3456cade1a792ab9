package dev.tailback.queue;

/**
 * What the queue holds and cannot be read: damaged, or written by a newer program. It is never dropped: settle it with
 * {@link Settlement.ParkedUnreadable}. The queue hands out as such what is no entry; who reads the payload of an entry
 * and cannot, makes one of it.
 *
 * @param entryKey the entry's key in the queue, normally its id
 * @param group the group it was queued under
 * @param body as found: the whole value of what is no entry, the payload of an entry
 * @param problem one sentence on what is wrong with it, without its content
 */
public record Unreadable(String entryKey, String group, String body, String problem) {

    /** @param why its payload cannot be read, as a sentence without subject: {@code its payload is not JSON} */
    public static Unreadable payloadOf(QueueEntry entry, String why) {
        return of(entry.id().toString(), entry.group(), entry.payload(), why);
    }

    /** @param why as in {@link #payloadOf} */
    public static Unreadable of(String entryKey, String group, String body, String why) {
        return new Unreadable(entryKey, group, body, "Entry " + entryKey + " cannot be read: " + why);
    }
}
