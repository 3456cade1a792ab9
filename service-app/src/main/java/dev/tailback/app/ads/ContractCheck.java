package dev.tailback.app.ads;

import dev.tailback.app.ads.ContractLook.Seen;
import dev.tailback.app.ads.ContractLook.Unseen;
import dev.tailback.app.ledger.ContractLabels;
import dev.tailback.app.ledger.WaitingUnits.OnItsWay;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a contract live, before and outside of any transaction, and refuses what Salesforce would refuse anyway. */
@Singleton
class ContractCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ContractCheck.class);
    private static final int LOOKS = 3;

    private final TimeLimitedContractReader contracts;
    private final ContractLabels labels;
    private final AlreadyCounted alreadyCounted;
    private final Clock clock;

    ContractCheck(
            TimeLimitedContractReader contracts, ContractLabels labels, AlreadyCounted alreadyCounted, Clock clock) {
        this.contracts = contracts;
        this.labels = labels;
        this.alreadyCounted = alreadyCounted;
        this.clock = clock;
    }

    /**
     * Looks, then books. Before refusing a booking for lack of units, re-reads Salesforce, because an entry may be
     * counted both here and there: Salesforce holds it, and its outcome is on its way, or was applied during the look.
     *
     * @throws Problem 409 {@code not_enough_units}
     */
    <T> T book(String contractId, Supplier<ContractLook> look, Function<ContractLook, T> booking) {
        Set<OnItsWay> counted = Set.of();
        for (int looks = 1; ; looks++) {
            try {
                // What was held before the look began is in what the look shows.
                return booking.apply(knowing(counted, look.get()));
            } catch (TooFewUnits tooFew) {
                if (!tooFew.doubtful() || looks == LOOKS) {
                    throw tooFew.problem();
                }
                counted = alreadyCounted.of(contractId);
            }
        }
    }

    private static ContractLook knowing(Set<OnItsWay> counted, ContractLook look) {
        return look.fold(seen -> seen.knowing(counted), unseen -> unseen);
    }

    /**
     * Before units are booked.
     *
     * @throws Problem 400 {@code unknown_contract}, 409 {@code contract_fulfilled}, 400
     *     {@code unknown_contract_product}
     */
    ContractLook look(String contractId, Collection<String> contractProductIds) {
        ContractLook look = read(contractId).orElseThrow(() -> ContractRefusals.unknown(contractId));
        return look.fold(
                seen -> requireOnContract(contractProductIds, requireOpen(seen)),
                unseen -> requireNotElsewhere(contractProductIds, contractId, unseen));
    }

    /**
     * Before units are only given back: a booking on a contract that is not there can always be cancelled.
     *
     * @throws Problem 409 {@code contract_fulfilled}
     */
    void requireOpen(String contractId) {
        read(contractId).ifPresent(look -> look.<ContractLook>fold(ContractCheck::requireOpen, unseen -> unseen));
    }

    /** Before nothing is booked that could be refused: what Salesforce shows, if it shows anything. */
    ContractLook glance(String contractId) {
        return read(contractId).orElseGet(() -> new Unseen("NOTHING_TO_CHECK"));
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
        labels.remember(List.of(found.value()), found.readAt());
        return new Seen(found.value(), began);
    }

    private static ContractLook unseen(String contractId, String code) {
        LOG.debug(
                "Contract {} could not be checked ({}); Salesforce decides when the usage is reported",
                contractId,
                code);
        return new Unseen(code);
    }

    private static Seen requireOpen(Seen seen) {
        if (seen.contract().fulfilled()) {
            throw ContractRefusals.fulfilled(seen.contract());
        }
        return seen;
    }

    private static ContractLook requireOnContract(Collection<String> contractProductIds, Seen seen) {
        for (String product : contractProductIds) {
            if (seen.product(product).isEmpty()) {
                throw ContractRefusals.unknownProduct(product, seen.contract().id());
            }
        }
        return seen;
    }

    /** Salesforce would book a product on the product's own contract, whatever contract the booking names. */
    private ContractLook requireNotElsewhere(Collection<String> contractProductIds, String contractId, Unseen unseen) {
        for (String product : contractProductIds) {
            if (labels.contractOf(product)
                    .filter(known -> !known.equals(contractId))
                    .isPresent()) {
                throw ContractRefusals.unknownProduct(product, contractId);
            }
        }
        return unseen;
    }
}
