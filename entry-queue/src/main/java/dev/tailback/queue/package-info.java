/**
 * A queue in Redis of entries that wait, by group, for a worker to carry them to another system. It knows ids, groups,
 * versions and attempts, and does not read the payload. Its users: the <em>owner</em>, a program with the ledger that
 * is the truth about the entries, offers them, rebuilds the queue and gets the outcomes; <em>workers</em> take, send
 * and settle. Queues of several names may live in one Redis. This package is the public face; the packages below it are
 * for this module only.
 *
 * <p>Door: {@code EntryQueue}, with {@code OutcomeStream} for the way back and {@code Rebuild} to fill the queue
 * again.
 */
package dev.tailback.queue;
