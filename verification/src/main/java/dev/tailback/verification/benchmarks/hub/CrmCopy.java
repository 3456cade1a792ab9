package dev.tailback.verification.benchmarks.hub;

/** One running CRM, by its own counts without what people and the measurement did. */
interface CrmCopy extends AutoCloseable {

    CountedDesk desk();

    /** Records that the synchroniser has written so far. */
    long written();

    /** Calls that count for the CRM's allowance; 0 where there is none. */
    long calls();

    @Override
    void close();
}
