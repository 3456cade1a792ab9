package dev.tailback.hub.locks;

import dev.tailback.hub.entity.Held;
import dev.tailback.hub.survivorship.Standing;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A steward's word about one attribute of a golden record.
 *
 * @param value empty text when the steward wants no value
 */
@MappedEntity("value_lock")
public record ValueLock(
        @Id long id,
        UUID goldenId,
        String attribute,
        LockKind kind,
        String value,
        String who,
        String note,
        Instant at) {

    Standing standing() {
        Held held = value.isEmpty() ? Held.emptied() : Held.value(value);
        return switch (kind) {
            case LOCKED -> new Standing.Locked(held, who, at);
            case CHOSEN -> new Standing.Chosen(held, who, at);
            case LIFTED -> Standing.none();
        };
    }

    boolean stands() {
        return kind != LockKind.LIFTED;
    }
}
