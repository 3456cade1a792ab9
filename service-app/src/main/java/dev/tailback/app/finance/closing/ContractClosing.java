package dev.tailback.app.finance.closing;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;

/**
 * Keeps new units off a contract that closes. Ask it inside the booking's transaction, after the contract's lock was
 * taken: asking a contract to close takes the same lock, so that a booking and the request for it are decided one after
 * the other.
 */
@Singleton
public class ContractClosing {

    private final ClosingRows rows;

    ContractClosing(ClosingRows rows) {
        this.rows = rows;
    }

    /** Before units are added. @throws Problem 409 {@code contract_closing} */
    public void requireNotClosing(String contractId) {
        rows.last(contractId).filter(ClosingRows.Row::asked).ifPresent(closing -> {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "contract_closing",
                            "Nothing was saved: this contract is closing, so nothing new is booked on it. "
                                    + closing.who()
                                    + " asked for it (" + closing.reason()
                                    + "). Book on another contract, or ask finance to take the closing back.")
                    .with("contractId", contractId)
                    .with("who", closing.who())
                    .with("reason", closing.reason())
                    .says("problem.closing", closing.who(), closing.reason());
        });
    }

    /** Whether it closes, as a label for people. */
    public boolean isClosing(String contractId) {
        return rows.last(contractId).filter(ClosingRows.Row::asked).isPresent();
    }
}
