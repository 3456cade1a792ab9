package dev.tailback.worker.drain;

import dev.tailback.queue.Batch;

/** A batch in our hands, with our hold on it. */
record Taken(Batch batch, Lease lease) {}
