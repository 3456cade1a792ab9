package dev.tailback.salesforce.contract;

import java.math.BigDecimal;

/**
 * One sold line of a contract.
 *
 * @param product name of the product, such as {@code Gigantic}
 * @param unitPrice price of one unit in the org's currency
 * @param consumed units of all usage that Salesforce accepted and that is not cancelled
 * @param available sold less consumed; negative when more was used than sold
 */
public record ContractProduct(
        String id,
        String product,
        BigDecimal unitsSold,
        BigDecimal unitPrice,
        BigDecimal consumed,
        BigDecimal available) {}
