package dev.tailback.app.finance.closing;

import dev.tailback.app.finance.lines.FinanceProblems;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.WaitingUnits;
import dev.tailback.salesforce.contract.ContractStanding;
import dev.tailback.salesforce.contract.ContractStandings;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Contracts are asked to close, and the closing is taken back; both with who and why, for ever. */
@Singleton
public class Closings {

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

    private final ClosingRows rows;
    private final ContractStandings contracts;
    private final WaitingUnits waiting;
    private final Ledger ledger;
    private final Clock clock;

    Closings(ClosingRows rows, ContractStandings contracts, WaitingUnits waiting, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.contracts = contracts;
        this.waiting = waiting;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Those that close now, 200 at most. */
    public List<ClosingView> all() {
        return rows.standing(null).stream().map(ClosingView::of).toList();
    }

    public Optional<ClosingView> of(String contractId) {
        return rows.standing(contractId).stream().map(ClosingView::of).findFirst();
    }

    /**
     * From the end of this call on nothing new is booked on the contract. Asking again changes the reason. Works without
     * Salesforce.
     *
     * @throws Problem 404 {@code unknown_contract}, 409 {@code contract_fulfilled}
     */
    public ClosingView ask(String contractId, String by, String reason) {
        requireOpen(contractId);
        write(contractId, by, "ASKED", reason);
        return of(contractId).orElseThrow();
    }

    /** New units are booked again. @throws Problem 409 {@code not_closing} */
    public void takeBack(String contractId, String by, String reason) {
        if (of(contractId).isEmpty()) {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "not_closing",
                            "Nothing was changed: contract " + contractId
                                    + " is not closing, so there is nothing to take back.")
                    .says("problem.not-closing", contractId);
        }
        write(contractId, by, "TAKEN_BACK", reason);
    }

    private void write(String contractId, String by, String what, String reason) {
        ledger.write(() -> {
            waiting.lock(contractId);
            rows.append(contractId, clock.instant(), by, what, reason);
            return what;
        });
        LOG.info("Closing of contract {}: {} by {} ({})", contractId, what, by, reason);
    }

    private void requireOpen(String contractId) {
        Optional<List<ContractStanding>> found = contracts
                .ofIds(List.of(contractId))
                .fold(
                        read -> Optional.of(read.value()),
                        () -> Optional.of(List.of()),
                        refused -> Optional.empty(),
                        unavailable -> Optional.empty());
        if (found.filter(List::isEmpty).isPresent()) {
            throw FinanceProblems.unknownContract();
        }
        found.map(some -> some.get(0)).filter(ContractStanding::fulfilled).ifPresent(contract -> {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "contract_fulfilled",
                            "Nothing was changed: contract " + contract.number()
                                    + " is fulfilled already, so it needs no closing. Make its close statement.")
                    .with("contractId", contractId)
                    .with("contractNumber", contract.number())
                    .says("problem.closing-fulfilled", contract.number());
        });
    }
}
