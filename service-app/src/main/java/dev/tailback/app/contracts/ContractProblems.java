package dev.tailback.app.contracts;

import dev.tailback.app.salesforce.SalesforceProblem;
import dev.tailback.salesforce.Reading;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;

/** Absent, refused and unavailable are three different things, and each has its own answer over HTTP. */
final class ContractProblems {

    private static final int RETRY_AFTER_SECONDS = 10;
    private static final String EFFECT = "Ads can still be created for a contract id; they are saved here and reported"
            + " when Salesforce is back.";

    private ContractProblems() {}

    /**
     * What was found.
     *
     * @throws Problem 404 {@code unknown_contract}, 502 {@code salesforce_refused} or 503 {@code
     *     salesforce_unavailable}
     */
    static <T> T require(Reading<T> reading, String contractId) {
        return reading.fold(
                Reading.Found::value,
                () -> {
                    throw unknown(contractId);
                },
                refused -> {
                    throw SalesforceProblem.refused("contracts", refused.code(), refused.reason());
                },
                unavailable -> {
                    throw SalesforceProblem.unavailable(
                            unavailable.code(), unavailable.reason(), EFFECT, RETRY_AFTER_SECONDS);
                });
    }

    private static Problem unknown(String contractId) {
        return new Problem(
                        HttpStatus.NOT_FOUND,
                        "unknown_contract",
                        "Salesforce has no contract with the id " + contractId
                                + " that the service app may see. Search by customer or number.")
                .with("contractId", contractId)
                .says("problem.no.contract", contractId);
    }
}
