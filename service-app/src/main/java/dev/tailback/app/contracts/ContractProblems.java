package dev.tailback.app.contracts;

import dev.tailback.app.problems.Problem;
import dev.tailback.salesforce.Reading;
import io.micronaut.http.HttpStatus;

/** Absent, refused and unavailable are three different things, and each has its own answer over HTTP. */
final class ContractProblems {

    private static final int RETRY_AFTER_SECONDS = 10;

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
                    throw refused(refused.code(), refused.reason());
                },
                unavailable -> {
                    throw unavailable(unavailable.code(), unavailable.reason());
                });
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
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

    private static Problem refused(String code, String reason) {
        return new Problem(
                        HttpStatus.BAD_GATEWAY,
                        "salesforce_refused",
                        "Salesforce refuses to show contracts to the service app (" + code + "): " + sentence(reason)
                                + " An admin has to look at the integration user's login and permission set.")
                .with("salesforceCode", code)
                .with("reason", reason);
    }

    private static Problem unavailable(String code, String reason) {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "salesforce_unavailable",
                        "Salesforce cannot be read now (" + code + "): " + sentence(reason)
                                + " Ads can still be created for a contract id; they are saved here and reported when"
                                + " Salesforce is back.")
                .with("salesforceCode", code)
                .with("reason", reason)
                .header("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
    }
}
