package dev.tailback.app.operator.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One action of an operator.
 *
 * @param id order of the actions
 * @param reason as the operator gave it
 * @param why the old name of {@code reason}; goes with the next version
 * @param entries how many entries it changed
 * @param narrowed what else it was narrowed to, in words
 * @param code only entries refused with this code, if it was narrowed so
 * @param deleted how many rows a deletion removed; empty for every other action
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OperationView(
        long id,
        Instant at,
        String who,
        OperatorAction what,
        Optional<String> reason,
        @Schema(deprecated = true) Optional<String> why,
        long entries,
        Optional<String> code,
        Optional<String> contractId,
        Optional<UUID> entryId,
        Optional<String> narrowed,
        Optional<Long> deleted) {

    static OperationView of(Operation operation) {
        Optional<String> reason = Optional.ofNullable(operation.reason());
        return new OperationView(
                operation.id(),
                operation.at(),
                operation.who(),
                operation.what(),
                reason,
                reason,
                operation.entries(),
                Optional.ofNullable(operation.code()),
                Optional.ofNullable(operation.contractId()),
                Optional.ofNullable(operation.entryId()),
                Optional.ofNullable(operation.narrowed()),
                Optional.ofNullable(operation.deleted()));
    }
}
