package dev.tailback.app.ads;

import dev.tailback.app.ledger.WaitingUnits.OnItsWay;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractProduct;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a live look at a contract told before a transaction. Only a courtesy to the person at the screen: Salesforce
 * decides again when the usage is written, and when it cannot be asked the work goes on.
 */
sealed interface ContractLook {

    /** The same look by someone who knows what Salesforce held before it. */
    ContractLook knowing(Set<OnItsWay> counted);

    /**
     * @param began when the reading began: what was reported after that may or may not be in it
     * @param counted waiting entries that Salesforce held before the reading began, so that their units are in it
     */
    record Seen(Contract contract, Instant began, Set<OnItsWay> counted) implements ContractLook {

        Seen(Contract contract, Instant began) {
            this(contract, began, Set.of());
        }

        @Override
        public Seen knowing(Set<OnItsWay> alreadyCounted) {
            return new Seen(contract, began, alreadyCounted);
        }

        Optional<ContractProduct> product(String contractProductId) {
            return contract.products().stream()
                    .filter(product -> product.id().equals(contractProductId))
                    .findFirst();
        }
    }

    /** Salesforce could not be asked, or did not want to answer. */
    record Unseen(String code) implements ContractLook {

        @Override
        public Unseen knowing(Set<OnItsWay> alreadyCounted) {
            return this;
        }
    }
}
