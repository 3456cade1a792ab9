package dev.tailback.hub.creations;

import dev.tailback.hub.database.RowsJson;
import dev.tailback.hub.intents.OutcomeKind;
import dev.tailback.hub.intents.Tail;
import dev.tailback.hub.records.KnownRecord;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes what became of creations, in the caller's transaction. */
@Singleton
public class Creations {

    private final CreationRows rows;

    Creations(CreationRows rows) {
        this.rows = rows;
    }

    /** The golden record for which it is now: another one than first where the two were merged. */
    public UUID golden(Creation creation) {
        return rows.remains(creation.goldenId());
    }

    public boolean isErased(UUID golden) {
        return rows.isErased(golden);
    }

    /** The same of many, by the golden records for which they were first. */
    public Map<UUID, UUID> goldens(Collection<UUID> first) {
        return rows.remainOf(RowsJson.ids(first)).stream()
                .collect(Collectors.toMap(SameGolden::sameId, SameGolden::goldenId));
    }

    /** Those of these golden records whose persons were erased. */
    public Set<UUID> erased(Collection<UUID> goldens) {
        return Set.copyOf(rows.erased(RowsJson.ids(goldens)));
    }

    /** Those of which the CRM has told meanwhile, by their ids, each with the record that it became. */
    public Map<UUID, Long> recognised(Collection<OnItsWay> sent) {
        List<UUID> ids = sent.stream().map(one -> one.creation().id()).toList();
        return rows.recognised(RowsJson.ids(ids)).stream()
                .collect(Collectors.toMap(Recognised::id, Recognised::sourceId));
    }

    public void created(OnItsWay sent, KnownRecord record) {
        created(Map.of(sent, record));
    }

    public void created(Map<OnItsWay, KnownRecord> made) {
        List<Recognised> all = made.entrySet().stream()
                .map(one -> new Recognised(
                        one.getKey().creation().id(), one.getValue().id()))
                .toList();
        rows.created(RowsJson.of(all, Recognised::write));
        accepted(made.keySet());
    }

    /** That the CRM took them; what they became is known. */
    public void accepted(Collection<OnItsWay> sent) {
        rows.accepted(RowsJson.of(
                sent,
                (one, row) -> row.put("id", one.creation().id().toString())
                        .put("version", one.creation().version())));
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
