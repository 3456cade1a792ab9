package dev.tailback.app.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.salesforce.contract.ContractProduct;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One sold line of a contract.
 *
 * @param unitPrice price of one unit
 * @param currency ISO 4217 code of that price; empty when Salesforce does not say it and no setting does
 * @param consumed units Salesforce holds as used
 * @param available sold less consumed, as Salesforce computes it; negative when more was used than sold
 * @param waiting units saved here that Salesforce has not accepted yet; not part of {@code consumed}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ContractProductView(
        String id,
        String product,
        BigDecimal unitsSold,
        BigDecimal unitPrice,
        Optional<String> currency,
        BigDecimal consumed,
        BigDecimal available,
        long waiting) {

    static ContractProductView of(ContractProduct product, long waiting) {
        return new ContractProductView(
                product.id(),
                product.product(),
                product.unitsSold(),
                product.unitPrice(),
                product.currency(),
                product.consumed(),
                product.available(),
                waiting);
    }

    /** What can still be booked: available less what waits. */
    public BigDecimal bookable() {
        return available.subtract(BigDecimal.valueOf(waiting));
    }

    /** The same as people read it: never less than nothing. */
    public BigDecimal left() {
        return bookable().max(BigDecimal.ZERO);
    }

    /** Units that were used or are booked beyond what was sold; 0 when none were. */
    public BigDecimal overused() {
        return bookable().negate().max(BigDecimal.ZERO);
    }
}
