package dev.tailback.app.pages;

import dev.tailback.salesforce.Reading;
import java.util.Optional;

/**
 * Why a live reading is not on the page. Absent, refused and unavailable are three different things.
 *
 * @param title in a few words
 * @param code Salesforce's, or empty
 */
public record SalesforceTrouble(String title, String reason, String whatNow, String code) {

    static Optional<SalesforceTrouble> in(Reading<?> reading) {
        if (reading instanceof Reading.Unavailable<?> unavailable) {
            return Optional.of(new SalesforceTrouble(
                    "Salesforce cannot be read now",
                    unavailable.reason(),
                    "New ads are saved all the same, and reported when Salesforce is back.",
                    unavailable.code()));
        }
        if (reading instanceof Reading.Refused<?> refused) {
            return Optional.of(new SalesforceTrouble(
                    "Salesforce refuses to show this",
                    refused.reason(),
                    "An admin has to look at the integration user. New ads are saved all the same.",
                    refused.code()));
        }
        return reading instanceof Reading.Absent<?> ? Optional.of(absent()) : Optional.empty();
    }

    private static SalesforceTrouble absent() {
        return new SalesforceTrouble(
                "Salesforce has no such contract",
                "It was deleted, or the service app may not see it.",
                "Choose another contract, or ask sales.",
                "");
    }
}
