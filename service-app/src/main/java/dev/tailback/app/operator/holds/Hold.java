package dev.tailback.app.operator.holds;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;

/**
 * What is held now, and by whom.
 *
 * @param contractId nothing of this contract is sent; null where a code is held
 * @param code what was refused with it is not sent again; null where a contract is held
 * @param endsAt when it ends automatically, if it does
 */
@MappedEntity("hold")
record Hold(
        @Id long id,
        @Nullable String contractId,
        @Nullable String code,
        Instant begunAt,
        @Nullable Instant endsAt,
        String who,
        String reason) {

    Held held() {
        return Held.of(Optional.ofNullable(contractId), Optional.ofNullable(code));
    }

    boolean isOver(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }
}
