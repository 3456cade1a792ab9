package dev.tailback.hub.erasure;

import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Standing;

/** A record in a CRM that still holds the person, as far as the hub knows: to delete it there is the work of people. */
public record HeldInCrm(String crm, String object, String recordId, Standing standing) {

    static HeldInCrm of(KnownRecord record) {
        return new HeldInCrm(record.crm(), record.object(), record.recordId(), record.standing());
    }
}
