package dev.tailback.hub.stewards;

import dev.tailback.hub.records.KnownRecord;
import io.micronaut.data.annotation.MappedEntity;

/** What a steward said last about two records. */
@MappedEntity("steward_word")
record StewardWord(
        long firstSource,
        String firstCrm,
        String firstRecord,
        long secondSource,
        String secondCrm,
        String secondRecord,
        boolean isSame) {

    boolean isAbout(KnownRecord record) {
        return firstSource == record.id() || secondSource == record.id();
    }
}
