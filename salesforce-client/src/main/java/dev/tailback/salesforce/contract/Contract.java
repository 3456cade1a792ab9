package dev.tailback.salesforce.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A contract as Salesforce shows it now.
 *
 * @param number Salesforce's contract number, such as {@code 00000100}
 * @param customer name of the account
 * @param fulfilled finance declared it done; its usage is locked where the org's policy says so
 * @param products in the order of their products
 */
public record Contract(String id, String number, String customer, boolean fulfilled, List<ContractProduct> products) {

    /** The same with the units that its usage adds up to. */
    Contract consuming(Map<String, BigDecimal> unitsByLine, boolean isAvailableCounted) {
        return new Contract(
                id,
                number,
                customer,
                fulfilled,
                products.stream()
                        .map(line -> line.consuming(
                                unitsByLine.getOrDefault(line.id(), BigDecimal.ZERO), isAvailableCounted))
                        .toList());
    }
}
