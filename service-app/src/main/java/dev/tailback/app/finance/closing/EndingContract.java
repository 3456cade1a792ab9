package dev.tailback.app.finance.closing;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;

/**
 * A contract that is not fulfilled, whose last day is near or over, and of which entries are unsent.
 *
 * @param daysLeft until its last day; negative when that is over
 */
@Serdeable
public record EndingContract(
        String contractId,
        String contractNumber,
        String customer,
        LocalDate endDate,
        long daysLeft,
        long waiting,
        long retrying,
        long rejected) {}
