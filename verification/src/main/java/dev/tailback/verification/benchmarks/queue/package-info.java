/** What the queue costs Redis, beside a plain stream. */
package dev.tailback.verification.benchmarks.queue;
