package dev.tailback.queue;

/**
 * A value in the queue that is no usage record this version can read: damaged, or written by a newer Tailback. It is
 * never dropped: settle it with {@link Settlement.ParkedUnreadable}.
 *
 * @param entryKey the entry's key in the queue, normally its id
 * @param contractId the contract it was queued under
 * @param body the value as found
 * @param problem one sentence on what is wrong with it, without its content
 */
public record Unreadable(String entryKey, String contractId, String body, String problem) {}
