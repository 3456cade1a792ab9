package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractView;
import dev.tailback.app.contracts.SeenContracts;

/** A contract that can be chosen for a new ad. */
public record ContractChoice(String id, String number, String customer, boolean fulfilled) {

    static ContractChoice of(ContractView contract) {
        return new ContractChoice(contract.id(), contract.number(), contract.customer(), contract.fulfilled());
    }

    static ContractChoice of(SeenContracts.Seen seen) {
        return new ContractChoice(seen.contractId(), seen.number(), seen.customer(), seen.fulfilledSeenAt() != null);
    }
}
