package dev.tailback.app.ads;

import dev.tailback.app.ads.ContractLook.Seen;
import dev.tailback.app.ads.ContractLook.Unseen;
import dev.tailback.app.ledger.ContractLabels;
import dev.tailback.app.problems.Problem;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.Contract;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a contract live, before and outside of any transaction, and refuses what Salesforce would refuse anyway. */
@Singleton
class ContractCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ContractCheck.class);

    private final TimeLimitedContractReader contracts;
    private final ContractLabels labels;
    private final Clock clock;

    ContractCheck(TimeLimitedContractReader contracts, ContractLabels labels, Clock clock) {
        this.contracts = contracts;
        this.labels = labels;
        this.clock = clock;
    }

    /**
     * Before something is booked.
     *
     * @throws Problem 400 {@code unknown_contract}, 409 {@code contract_fulfilled}, 400
     *     {@code unknown_contract_product}
     */
    ContractLook look(String contractId, Collection<String> contractProductIds) {
        ContractLook look = read(contractId).orElseThrow(() -> unknown(contractId));
        if (look instanceof Seen seen) {
            requireOpen(seen);
            contractProductIds.forEach(product -> requireOnContract(product, seen));
        } else {
            contractProductIds.forEach(product -> requireNotElsewhere(product, contractId));
        }
        return look;
    }

    /**
     * Before something is only given back; whoever booked on a contract that is not there must be able to leave it.
     *
     * @throws Problem 409 {@code contract_fulfilled}
     */
    void requireOpen(String contractId) {
        if (read(contractId).orElse(null) instanceof Seen seen) {
            requireOpen(seen);
        }
    }

    /** Empty when Salesforce says that there is no such contract. */
    private Optional<ContractLook> read(String contractId) {
        Instant began = clock.instant();
        return contracts
                .find(contractId)
                .fold(
                        found -> Optional.of(seen(found, began)),
                        () -> Optional.empty(),
                        refused -> Optional.of(unseen(contractId, refused.code())),
                        unavailable -> Optional.of(unseen(contractId, unavailable.code())));
    }

    private ContractLook seen(Reading.Found<Contract> found, Instant began) {
        labels.remember(found.value(), found.readAt());
        return new Seen(found.value(), began);
    }

    private static ContractLook unseen(String contractId, String code) {
        LOG.debug(
                "Contract {} could not be checked ({}); Salesforce decides when the usage is reported",
                contractId,
                code);
        return new Unseen(code);
    }

    private static void requireOpen(Seen seen) {
        if (seen.contract().fulfilled()) {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "contract_fulfilled",
                            "Nothing was saved: contract " + seen.contract().number() + " of "
                                    + seen.contract().customer()
                                    + " is fulfilled, so its usage is locked. Book on another contract, or ask finance to"
                                    + " reopen this one.")
                    .with("contractId", seen.contract().id())
                    .with("contractNumber", seen.contract().number());
        }
    }

    private static void requireOnContract(String contractProductId, Seen seen) {
        if (seen.product(contractProductId).isEmpty()) {
            throw unknownProduct(contractProductId, seen.contract().id());
        }
    }

    /** Salesforce would book it on the product's own contract, whatever contract we say. */
    private void requireNotElsewhere(String contractProductId, String contractId) {
        if (labels.contractOf(contractProductId)
                .filter(seen -> !seen.equals(contractId))
                .isPresent()) {
            throw unknownProduct(contractProductId, contractId);
        }
    }

    private static Problem unknownProduct(String contractProductId, String contractId) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "unknown_contract_product",
                        "Nothing was saved: contract " + contractId + " has no product with the id " + contractProductId
                                + ". Choose one of the contract's products.")
                .with("contractId", contractId)
                .with("contractProductId", contractProductId);
    }

    private static Problem unknown(String contractId) {
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "unknown_contract",
                        "Nothing was saved: Salesforce has no contract with the id " + contractId
                                + " that the service app may see. Choose another contract.")
                .with("contractId", contractId);
    }
}
