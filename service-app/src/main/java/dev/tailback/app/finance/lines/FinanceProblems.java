package dev.tailback.app.finance.lines;

import dev.tailback.app.salesforce.SalesforceProblem;
import dev.tailback.salesforce.Reading;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;

/** What stops finance, each with its own code: absent, refused and unavailable are three different things. */
public final class FinanceProblems {

    private static final int RETRY_AFTER_SECONDS = 30;
    private static final String EFFECT =
            "Nothing was exported or closed; locked usage is only ever read live. Try again"
                    + " when Salesforce is back.";

    private FinanceProblems() {}

    /**
     * What was found.
     *
     * @throws Problem 404 {@code unknown_contract}, 502 {@code salesforce_refused} or 503 {@code
     *     salesforce_unavailable}
     */
    public static <T> T require(Reading<T> reading) {
        return found(reading).value();
    }

    /** The same with the time at which it was read. */
    public static <T> Reading.Found<T> found(Reading<T> reading) {
        return reading.fold(
                found -> found,
                () -> {
                    throw unknownContract();
                },
                refused -> {
                    throw SalesforceProblem.refused("locked usage", refused.code(), refused.reason());
                },
                unavailable -> {
                    throw SalesforceProblem.unavailable(
                            unavailable.code(), unavailable.reason(), EFFECT, RETRY_AFTER_SECONDS);
                });
    }

    public static Problem unknownContract() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown_contract",
                "Salesforce has no such contract that the service app may see. Search by customer or number.");
    }

    /** The org does not name its currency, and nobody else does. */
    public static Problem currencyUnknown() {
        return new Problem(
                HttpStatus.CONFLICT,
                "currency_unknown",
                "Salesforce does not say in which currency it keeps its prices, so no amount can be shown. An admin sets"
                        + " FINANCE_CURRENCY to its ISO 4217 code, such as EUR, and starts the service app again.");
    }

    public static Problem tooMany(int most) {
        return new Problem(
                        HttpStatus.CONFLICT,
                        "too_many_lines",
                        "There are more than " + most + " locked lines, and so many are not read at once. Ask for a"
                                + " shorter span of days, or contract by contract.")
                .with("most", most)
                .says("problem.too-many-lines", most);
    }

    public static Problem busy() {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "finance_busy",
                        "Other people read locked usage just now, and large months are read one after the other. Try again"
                                + " in half a minute.")
                .header("Retry-After", String.valueOf(RETRY_AFTER_SECONDS));
    }
}
