/**
 * The queue of usage records between service app and worker. This package is its public face; the packages below it
 * are for this module only.
 *
 * <p>Door: {@code EntryQueue}, with {@code OutcomeStream} for the way back and {@code Rebuild} to fill the queue
 * again.
 */
package dev.tailback.queue;
