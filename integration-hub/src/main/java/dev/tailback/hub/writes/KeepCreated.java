package dev.tailback.hub.writes;

import dev.tailback.crm.Written;
import dev.tailback.hub.creations.Creations;
import dev.tailback.hub.creations.OnItsWay;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.facts.SentValues;
import dev.tailback.hub.meeting.MeetCreated;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Writes down that a record was created, in the caller's transaction: from now on it stands for its customer. */
@Singleton
class KeepCreated {

    private final Creations creations;
    private final Records records;
    private final HeldFields held;
    private final MeetCreated meet;

    KeepCreated(Creations creations, Records records, HeldFields held, MeetCreated meet) {
        this.creations = creations;
        this.records = records;
        this.held = held;
        this.meet = meet;
    }

    void accepted(OnItsWay sent, Written.Accepted accepted) {
        keep(sent, accepted.id(), record -> held.accepted(new SentValues(record, sent.values()), accepted.stored()));
    }

    /** Its key is there, with values that nobody here has seen: the record is read alone. */
    void isThere(OnItsWay sent, String id) {
        keep(sent, id, record -> {
            held.sending(record, sent.values());
            records.mustBeReread(record);
        });
    }

    /** What is held of a new record. */
    private interface Holding {
        void of(KnownRecord record);
    }

    private void keep(OnItsWay sent, String id, Holding holding) {
        KnownRecord known = records.known(sent.creation().crm(), sent.creation().object(), id, sent.entity());
        boolean isNew = records.lockIfUnmatched(known);
        meet.alone(known);
        UUID golden = creations.golden(sent.creation());
        meet.lock(golden);
        KnownRecord record = records.find(known.id()).orElseThrow();
        if (creations.isErased(golden)) {
            erased(sent, record, golden, isNew);
        } else if (isNew) {
            holding.of(record);
            stands(sent, record, golden);
        } else {
            // Somebody has told of it already, and it may have been edited since: only its own reading tells what it
            // holds.
            held.sending(record, sent.values());
            records.mustBeReread(record);
            stands(sent, record, golden);
        }
    }

    private void stands(OnItsWay sent, KnownRecord record, UUID golden) {
        meet.stands(record, golden);
        records.written(record);
        creations.created(sent, record);
    }

    private void erased(OnItsWay sent, KnownRecord record, UUID golden, boolean isNew) {
        if (isNew) {
            records.standsFor(record, golden, "The hub created it there, and the person was erased.");
            records.erased(record);
        }
        creations.createdOfErased(sent, record);
    }
}
