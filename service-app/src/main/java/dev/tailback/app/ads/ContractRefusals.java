package dev.tailback.app.ads;

import dev.tailback.salesforce.contract.Contract;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;

/** The refusals of a booking that follow from its contract. */
final class ContractRefusals {

    private ContractRefusals() {}

    static Problem fulfilled(Contract contract) {
        return new Problem(
                        HttpStatus.CONFLICT,
                        "contract_fulfilled",
                        "Nothing was saved: contract " + contract.number() + " of " + contract.customer()
                                + " is fulfilled, so its usage is locked. Book on another contract, or ask finance to"
                                + " reopen this one.")
                .with("contractId", contract.id())
                .with("contractNumber", contract.number())
                .says("staff.refused.contract-fulfilled", contract.number());
    }

    static Problem unknownProduct(String contractProductId, String contractId) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "unknown_contract_product",
                        "Nothing was saved: contract " + contractId + " has no product with the id " + contractProductId
                                + ". Choose one of the contract's products.")
                .with("contractId", contractId)
                .with("contractProductId", contractProductId)
                .says("staff.refused.unknown-product", contractProductId);
    }

    static Problem unknown(String contractId) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "unknown_contract",
                        "Nothing was saved: Salesforce has no contract with the id " + contractId
                                + " that the service app may see. Choose another contract.")
                .with("contractId", contractId)
                .says("staff.refused.unknown-contract", contractId);
    }
}
