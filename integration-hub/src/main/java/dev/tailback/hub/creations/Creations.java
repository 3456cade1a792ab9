package dev.tailback.hub.creations;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.intents.OutcomeKind;
import dev.tailback.hub.intents.Tail;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hands out what can be created and takes what became of it, in the caller's transaction. */
@Singleton
public class Creations {

    /** Longer than any call runs. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final CreationRows rows;
    private final Records records;

    Creations(CreationRows rows, Records records) {
        this.rows = rows;
        this.records = records;
    }

    /** Those that nothing holds back, written down as sent. Until they are settled, or their hub has died, nobody else gets them. */
    public List<OnItsWay> take(Connection connection, MappedObject mapped, int most) {
        String[] objects = connection.objects().stream()
                .filter(one -> one.entity().equals(mapped.entity()))
                .map(MappedObject::object)
                .toArray(String[]::new);
        if (!rows.isAnyDue(connection.crm(), mapped.object(), objects)) {
            return List.of();
        }
        Instant until = records.now().plus(LEASE);
        return rows.lockDue(connection.crm(), mapped.object(), objects, most).stream()
                .map(creation -> sending(creation, mapped, until))
                .toList();
    }

    private OnItsWay sending(Creation creation, MappedObject mapped, Instant until) {
        Map<String, String> values = creation.values();
        values.keySet().retainAll(mapped.writable().values());
        rows.sending(creation.id(), creation.sentWith(values), until);
        return new OnItsWay(creation, mapped.entity(), values, until);
    }

    /** How many wait in an object, counted to {@code most}. */
    public long open(String crm, String object, int most) {
        return rows.open(crm, object, most);
    }

    /** The golden record for which it is now: another one than first where the two were merged. */
    public UUID golden(Creation creation) {
        return rows.remains(creation.goldenId());
    }

    public boolean isErased(UUID golden) {
        return rows.isErased(golden);
    }

    public void created(OnItsWay sent, KnownRecord record) {
        Creation creation = sent.creation();
        rows.created(creation.id(), record.id());
        outcome(sent, OutcomeKind.ACCEPTED, "");
    }

    /** @param record which is erased as well */
    public void createdOfErased(OnItsWay sent, KnownRecord record) {
        rows.createdOfErased(sent.creation().id(), record.id());
    }

    /** Waits for a person. */
    public void refused(OnItsWay sent, String code, String reason) {
        if (notSent(sent)) {
            rows.refused(sent.creation().id(), sent.creation().version(), code, reason);
        }
        outcome(sent, OutcomeKind.REFUSED, code);
    }

    /** Nothing was stored; it is tried again, later with each attempt. */
    public void again(OnItsWay sent, String code, String reason) {
        if (notSent(sent)) {
            later(sent, 1, code, reason, Tail.wait(sent.creation().attempts()));
        }
        outcome(sent, OutcomeKind.RETRYING, code);
    }

    /** An outage is nobody's failure: no attempt is counted. */
    public void unavailable(OnItsWay sent, String code, String reason, Duration wait) {
        if (notSent(sent)) {
            later(sent, 0, code, reason, wait);
        }
    }

    /** The answer was lost: it may be there. */
    public void unsure(OnItsWay sent, String reason) {
        if (rows.unsure(sent.creation().id(), sent.until()) == 1) {
            later(sent, 1, "ANSWER_LOST", reason, Tail.wait(sent.creation().attempts()));
        }
        outcome(sent, OutcomeKind.UNKNOWN, "ANSWER_LOST");
    }

    private boolean notSent(OnItsWay sent) {
        Creation before = sent.creation();
        return rows.notSent(
                        before.id(),
                        sent.until(),
                        before.sent(),
                        before.doubtfulSince().orElse(null))
                == 1;
    }

    private void later(OnItsWay sent, int attempts, String code, String reason, Duration wait) {
        Creation creation = sent.creation();
        rows.later(creation.id(), creation.version(), attempts, code, reason, wait.toMillis());
    }

    private void outcome(OnItsWay sent, OutcomeKind kind, String code) {
        rows.outcome(sent.creation().id(), sent.creation().version(), kind.name(), code.isEmpty() ? null : code);
    }
}
