package dev.tailback.app.finance.statements;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A statement in a list.
 *
 * @param to the first day after the period
 * @param reason why it was closed although something was unresolved
 * @param sha256 of the signed part of its document
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StatementView(
        long number,
        Optional<String> contractId,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String zone,
        Instant closedAt,
        String closedBy,
        Optional<String> reason,
        int unresolved,
        int lines,
        String sha256,
        String csvSha256,
        String publicKey) {

    static StatementView of(Statement statement) {
        return new StatementView(
                statement.number(),
                Optional.ofNullable(statement.contractId()),
                Optional.ofNullable(statement.periodFrom()),
                Optional.ofNullable(statement.periodTo()),
                statement.zone(),
                statement.closedAt(),
                statement.closedBy(),
                Optional.ofNullable(statement.reason()),
                statement.unresolved(),
                statement.lines(),
                statement.sha256(),
                statement.csvSha256(),
                statement.publicKey());
    }
}
