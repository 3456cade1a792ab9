package dev.tailback.app.ads;

import dev.tailback.app.ledger.WaitingUnits.OnItsWay;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractProduct;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a live look at a contract told before a transaction. Only a courtesy to the person at the screen: Salesforce
 * decides again when the usage is written, and when it cannot be asked the work continues.
 */
sealed interface ContractLook {

    /** One answer for each alternative. */
    <R> R fold(Function<Seen, R> seen, Function<Unseen, R> unseen);

    /**
     * @param began when the reading began: what was reported after that may or may not be in it
     * @param counted waiting entries that Salesforce held before the reading began, so that their units are in it
     */
    record Seen(Contract contract, Instant began, Set<OnItsWay> counted) implements ContractLook {

        Seen(Contract contract, Instant began) {
            this(contract, began, Set.of());
        }

        /** The same look with the knowledge of what Salesforce held before it. */
        Seen knowing(Set<OnItsWay> alreadyCounted) {
            return new Seen(contract, began, alreadyCounted);
        }

        Optional<ContractProduct> product(String contractProductId) {
            return contract.products().stream()
                    .filter(product -> product.id().equals(contractProductId))
                    .findFirst();
        }

        @Override
        public <R> R fold(Function<Seen, R> seen, Function<Unseen, R> unseen) {
            return seen.apply(this);
        }
    }

    /** Salesforce could not be asked, or refused to answer. */
    record Unseen(String code) implements ContractLook {

        @Override
        public <R> R fold(Function<Seen, R> seen, Function<Unseen, R> unseen) {
            return unseen.apply(this);
        }
    }
}
