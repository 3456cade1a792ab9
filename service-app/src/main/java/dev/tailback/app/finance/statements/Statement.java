package dev.tailback.app.finance.statements;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A statement without its files.
 *
 * @param periodTo the first day after the period
 * @param reason why it was closed although something was unresolved, or null
 * @param sha256 of the signed part of the document
 */
@Introspected
record Statement(
        long number,
        @Nullable String contractId,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        String zone,
        Instant closedAt,
        String closedBy,
        @Nullable String reason,
        int unresolved,
        int lines,
        String sha256,
        String csvSha256,
        String publicKey) {}
