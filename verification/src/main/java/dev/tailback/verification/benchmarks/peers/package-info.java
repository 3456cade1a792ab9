/** Other queues on Redis, as people run them: how each is started here, and what a passage through it costs. */
package dev.tailback.verification.benchmarks.peers;
