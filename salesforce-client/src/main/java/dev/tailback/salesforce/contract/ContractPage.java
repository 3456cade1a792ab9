package dev.tailback.salesforce.contract;

import java.util.List;

/** One page of contracts, by customer and number; {@code more} tells whether another page follows. */
public record ContractPage(List<Contract> contracts, int page, boolean more) {}
