/** The form of a record in Redis: written, read, and checked for range and length. */
package dev.tailback.queue.records;
