package dev.tailback.verification.benchmarks.hub;

import java.time.Instant;

/** What keeps three CRMs the same: a process that runs. */
interface Synchroniser extends AutoCloseable {

    String name();

    long pid();

    /** Whether it has asked every CRM since then, and knows of nothing that is left to do. */
    boolean isQuietSince(Instant time);

    /** Whether it can say what became of a value that nobody holds any more, and why. */
    boolean explains(String value);

    @Override
    void close();
}
