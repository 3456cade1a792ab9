package dev.tailback.verification.benchmarks.hub;

/**
 * What a synchroniser has done in three CRMs so far, as these count it.
 *
 * @param written records, in all three
 */
record Tally(long written, long salesforceCalls, long hubSpotCalls) {

    Tally since(Tally earlier) {
        return new Tally(
                written - earlier.written,
                salesforceCalls - earlier.salesforceCalls,
                hubSpotCalls - earlier.hubSpotCalls);
    }
}
