package dev.tailback.app.salesforce;

import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;

/** Salesforce refused to show something, or could not be asked: two different things, each with its own answer. */
public final class SalesforceProblem {

    private SalesforceProblem() {}

    /**
     * 502 {@code salesforce_refused}.
     *
     * @param what it does not show, such as "contracts"
     * @param code of Salesforce
     * @param reason in Salesforce's words
     */
    public static Problem refused(String what, String code, String reason) {
        return new Problem(
                        HttpStatus.BAD_GATEWAY,
                        "salesforce_refused",
                        "Salesforce refuses to show " + what + " to the service app (" + code + "): " + sentence(reason)
                                + " An admin has to look at the integration user's login and permission set.")
                .with("salesforceCode", code)
                .with("reason", reason);
    }

    /**
     * 503 {@code salesforce_unavailable}.
     *
     * @param code why it could not be asked
     * @param reason the same as a sentence
     * @param effect what that means for the caller, and what to do
     * @param retryAfterSeconds when to ask again
     */
    public static Problem unavailable(String code, String reason, String effect, int retryAfterSeconds) {
        return new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "salesforce_unavailable",
                        "Salesforce cannot be read now (" + code + "): " + sentence(reason) + " " + effect)
                .with("salesforceCode", code)
                .with("reason", reason)
                .header("Retry-After", String.valueOf(retryAfterSeconds));
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }
}
