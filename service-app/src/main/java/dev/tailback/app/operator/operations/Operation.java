package dev.tailback.app.operator.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * One act of an operator, as it was recorded. Never changed, never deleted.
 *
 * @param id order of the acts, given by the database
 * @param entries how many entries it changed
 * @param code only entries refused with this code, if it was narrowed so
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@MappedEntity("operator_act")
public record Operation(
        @Id long id,
        Instant at,
        String who,
        OperatorAction what,
        @Nullable String why,
        long entries,
        @Nullable String code,
        @Nullable String contractId,
        @Nullable UUID entryId) {}
