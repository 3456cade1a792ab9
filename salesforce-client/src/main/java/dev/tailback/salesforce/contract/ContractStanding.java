package dev.tailback.salesforce.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a contract stands between sale and invoice.
 *
 * @param fulfilledOn empty while it is open, or when it was fulfilled without a time
 * @param endDate its last day, where it has one
 * @param consumed units of all its products that are consumed
 */
public record ContractStanding(
        String id,
        String number,
        String customer,
        boolean fulfilled,
        Optional<Instant> fulfilledOn,
        Optional<LocalDate> endDate,
        BigDecimal consumed) {

    ContractStanding consuming(BigDecimal units) {
        return new ContractStanding(id, number, customer, fulfilled, fulfilledOn, endDate, units);
    }
}
