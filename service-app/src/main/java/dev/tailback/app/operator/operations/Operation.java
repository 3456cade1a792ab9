package dev.tailback.app.operator.operations;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * One action of an operator, as it was recorded. Never changed, never deleted.
 *
 * @param id order of the actions, given by the database
 * @param entries how many entries it changed
 * @param narrowed what else it was narrowed to, in words
 * @param code only entries refused with this code, if it was narrowed so
 * @param deleted how many rows a deletion removed
 */
@MappedEntity("operator_action")
public record Operation(
        @Id long id,
        Instant at,
        String who,
        OperatorAction what,
        @Nullable String reason,
        long entries,
        @Nullable String code,
        @Nullable String contractId,
        @Nullable UUID entryId,
        @Nullable String narrowed,
        @Nullable Long deleted) {}
