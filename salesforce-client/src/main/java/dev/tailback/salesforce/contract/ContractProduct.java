package dev.tailback.salesforce.contract;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One sold line of a contract.
 *
 * @param product name of the product, such as {@code Gigantic}
 * @param unitPrice price of one unit
 * @param currency ISO 4217 code of that price; empty when the reader did not know how the org keeps currencies
 * @param consumed units of all usage that Salesforce accepted and that is not cancelled
 * @param available sold less consumed; negative when more was used than sold
 */
public record ContractProduct(
        String id,
        String product,
        BigDecimal unitsSold,
        BigDecimal unitPrice,
        Optional<String> currency,
        BigDecimal consumed,
        BigDecimal available) {

    ContractProduct consuming(BigDecimal units, boolean isAvailableCounted) {
        return new ContractProduct(
                id,
                product,
                unitsSold,
                unitPrice,
                currency,
                units,
                isAvailableCounted ? available : unitsSold.subtract(units));
    }
}
