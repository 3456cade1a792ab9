package dev.tailback.hub.writes;

import dev.tailback.crm.Written;
import dev.tailback.hub.creations.OnItsWay;
import dev.tailback.hub.facts.SentValues;
import dev.tailback.hub.records.KnownRecord;
import java.util.UUID;

/** A creation that a CRM has accepted, and the record that it became. */
record Made(OnItsWay sent, Written.Accepted accepted, KnownRecord record) {

    UUID id() {
        return sent.creation().id();
    }

    /** For which it was wanted first. */
    UUID first() {
        return sent.creation().goldenId();
    }

    SentValues values() {
        return new SentValues(record, sent.values());
    }
}
