package dev.tailback.salesforce.contract;

import java.util.List;

/**
 * A contract as Salesforce shows it now.
 *
 * @param number Salesforce's contract number, such as {@code 00000100}
 * @param customer name of the account
 * @param fulfilled finance declared it done; its usage is locked where the org's policy says so
 * @param products in the order of the product picklist's labels
 */
public record Contract(String id, String number, String customer, boolean fulfilled, List<ContractProduct> products) {}
