package dev.tailback.hub.creations;

import dev.tailback.hub.database.TextList;
import dev.tailback.hub.database.TextMap;
import dev.tailback.hub.records.KnownRecord;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A record that a CRM is to create.
 *
 * @param goldenId for which it was wanted first; its id is the key
 * @param fieldValues what it should hold, in the CRM's names, as JSON; without the key
 * @param sent what may have been stored, the newest first, as JSON
 * @param sentUntil until then a call may run, or its answer was lost then; null when nothing can have been stored
 * @param sourceId the record that was created; null until it is known
 */
@MappedEntity("creation")
public record Creation(
        @Id UUID id,
        UUID goldenId,
        String crm,
        String object,
        String keyField,
        long version,
        String fieldValues,
        String sent,
        @Nullable Instant sentUntil,
        State state,
        int attempts,
        @Nullable Long sourceId) {

    private static final int MOST_SENT = 5;

    /** Where it stands. */
    public enum State {
        /** Waits, or is on its way. */
        OPEN,
        /** The record was created. */
        CREATED,
        /** The CRM does not take it; a person must look. */
        REFUSED,
        /** The mapping or the values do not want it, or not any more. */
        UNWANTED,
        /** Its person was erased while it was on its way. */
        ERASED
    }

    public String key() {
        return goldenId.toString();
    }

    public Map<String, String> values() {
        return TextMap.texts(fieldValues);
    }

    /** The newest first. */
    List<Map<String, String>> sentValues() {
        return TextList.texts(sent).stream().map(TextMap::texts).toList();
    }

    /** With one more attempt; older ones than the last few are forgotten. */
    String sentWith(Map<String, String> values) {
        return TextList.json(Stream.concat(Stream.of(TextMap.json(values)), TextList.texts(sent).stream())
                .distinct()
                .limit(MOST_SENT)
                .toList());
    }

    /** Whether it may be there, although nobody has told. */
    boolean isInDoubt() {
        return sentUntil != null;
    }

    Optional<Instant> doubtfulSince() {
        return Optional.ofNullable(sentUntil);
    }

    Optional<Long> source() {
        return Optional.ofNullable(sourceId);
    }

    /** Whether a record with this key would be it, and nobody has told yet. */
    boolean isAwaited(UUID someKey, KnownRecord record) {
        return goldenId.equals(someKey)
                && isOf(record.crm(), record.object())
                && state != State.CREATED
                && state != State.ERASED;
    }

    boolean isOf(String someCrm, String someObject) {
        return crm.equals(someCrm) && object.equals(someObject);
    }

    /** Whether it is settled, or waits already, with just this. */
    boolean isWith(Map<String, String> wanted) {
        return (state == State.OPEN || state == State.REFUSED) && values().equals(wanted);
    }
}
