package dev.tailback.app.pages;

import dev.tailback.app.contracts.ContractView;
import dev.tailback.app.contracts.SeenContracts;
import java.util.Set;

/**
 * A contract that can be chosen for a new ad.
 *
 * @param closing whether it was asked to close, so that nothing new is booked on it
 */
public record ContractChoice(String id, String number, String customer, boolean fulfilled, boolean closing) {

    static ContractChoice of(ContractView contract, Set<String> closing) {
        return new ContractChoice(
                contract.id(),
                contract.number(),
                contract.customer(),
                contract.fulfilled(),
                closing.contains(contract.id()));
    }

    static ContractChoice of(SeenContracts.Seen seen, Set<String> closing) {
        return new ContractChoice(
                seen.contractId(),
                seen.number(),
                seen.customer(),
                seen.fulfilledSeenAt() != null,
                closing.contains(seen.contractId()));
    }
}
