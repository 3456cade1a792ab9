package dev.tailback.app.ads;

import dev.tailback.app.ads.ContractLook.Seen;
import dev.tailback.app.finance.closing.ContractClosing;
import dev.tailback.app.ledger.WaitingUnits;
import dev.tailback.app.ledger.WaitingUnits.Waiting;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Map;

/** Checks, inside the booking's transaction, that enough units remain, including those not yet reported. */
@Singleton
class EnoughUnits {

    private final WaitingUnits waiting;
    private final ContractClosing closing;

    EnoughUnits(WaitingUnits waiting, ContractClosing closing) {
        this.waiting = waiting;
        this.closing = closing;
    }

    /**
     * Takes the contract's lock, makes sure that it does not close, and counts.
     *
     * @param needs what the ad needs of each contract product
     * @throws TooFewUnits for the first product that has too few
     * @throws Problem 409 {@code contract_closing} when units are added to a contract that closes
     */
    void require(String contractId, ContractLook look, Map<String, Need> needs) {
        waiting.lock(contractId);
        if (needs.values().stream().anyMatch(need -> need.more() > 0)) {
            closing.requireNotClosing(contractId);
        }
        look.fold(seen -> require(contractId, seen, needs), unseen -> unseen);
    }

    private ContractLook require(String contractId, Seen seen, Map<String, Need> needs) {
        Map<String, Waiting> waits = waiting.since(contractId, seen.began(), seen.counted());
        needs.forEach((id, need) ->
                seen.product(id).ifPresent(product -> require(product, need, waits.getOrDefault(id, Waiting.NONE))));
        return seen;
    }

    private static void require(ContractProduct product, Need need, Waiting waits) {
        BigDecimal left = product.available().subtract(BigDecimal.valueOf(waits.waiting() + waits.doubtful()));
        BigDecimal more = BigDecimal.valueOf(need.more());
        if (need.more() > 0 && more.compareTo(left) > 0) {
            boolean enoughIfCountedTwice = more.compareTo(product.available()) <= 0;
            throw new TooFewUnits(problem(product, need, waits, left), enoughIfCountedTwice);
        }
    }

    private static Problem problem(ContractProduct product, Need need, Waiting waits, BigDecimal left) {
        // Overbooked contracts, or units counted on both sides for a moment, leave nothing rather than less than
        // nothing.
        BigDecimal remaining = left.max(BigDecimal.ZERO).add(BigDecimal.valueOf(need.wanted() - need.more()));
        return new Problem(
                        HttpStatus.CONFLICT,
                        "not_enough_units",
                        "Nothing was saved: " + need.wanted() + " " + product.product() + " were asked for, and "
                                + plain(remaining) + " can be booked (" + plain(product.available())
                                + " available in Salesforce, " + (waits.waiting() + waits.doubtful())
                                + " waiting to be reported). Book fewer units, or ask sales to sell more.")
                .with("product", product.product())
                .with("contractProductId", product.id())
                .with("requested", need.wanted())
                .with("available", product.available())
                .with("waiting", waits.waiting() + waits.doubtful())
                .with("remaining", remaining);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /**
     * @param wanted units the ad wants in the end
     * @param more units that neither Salesforce counts nor wait here already
     */
    record Need(long wanted, long more) {}
}
