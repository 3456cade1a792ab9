package dev.tailback.ads;

import dev.tailback.salesforce.Contract;
import dev.tailback.salesforce.ContractProduct;
import java.time.Instant;
import java.util.Optional;

/**
 * What a live look at a contract told before a transaction. Only a courtesy to the person at the screen: Salesforce decides again when the usage is
 * written, and when it cannot be asked the work goes on.
 */
sealed interface ContractLook {

    /** @param began when the reading began: what was reported after that may or may not be in it */
    record Seen(Contract contract, Instant began) implements ContractLook {

        Optional<ContractProduct> product(String contractProductId) {
            return contract.products().stream()
                    .filter(product -> product.id().equals(contractProductId))
                    .findFirst();
        }
    }

    /** Salesforce could not be asked, or did not want to answer. */
    record Unseen(String code) implements ContractLook {}
}
