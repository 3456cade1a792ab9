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
        return reading.fold(
                found -> Optional.empty(),
                () -> Optional.of(absent()),
                refused -> Optional.of(refused(refused)),
                unavailable -> Optional.of(unavailable(unavailable)));
    }

    private static SalesforceTrouble unavailable(Reading.Unavailable<?> unavailable) {
        return new SalesforceTrouble(
                "Salesforce cannot be read now",
                unavailable.reason(),
                "New ads are saved all the same, and reported when Salesforce is back.",
                unavailable.code());
    }

    private static SalesforceTrouble refused(Reading.Refused<?> refused) {
        return new SalesforceTrouble(
                "Salesforce refuses to show this",
                refused.reason(),
                "An admin has to look at the integration user. New ads are saved all the same.",
                refused.code());
    }

    private static SalesforceTrouble absent() {
        return new SalesforceTrouble(
                "Salesforce has no such contract",
                "It was deleted, or the service app may not see it.",
                "Choose another contract, or ask sales.",
                "");
    }
}
