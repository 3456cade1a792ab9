package dev.tailback.hub.meeting;

import dev.tailback.hub.matching.MatchRecord;
import dev.tailback.hub.records.KnownRecord;
import java.util.Set;

/** A record that is met. @param keys by which likely partners find it */
record MetRecord(KnownRecord record, MatchRecord values, Set<String> keys) {

    MetRecord {
        keys = Set.copyOf(keys);
    }
}
