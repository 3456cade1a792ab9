package dev.tailback.app.pages;

import dev.tailback.salesforce.Reading;
import java.util.Optional;

/**
 * Why a live reading is not on the page. Absent, refused and unavailable are three different things.
 *
 * @param kind one of {@code absent}, {@code refused} and {@code unavailable}, for the sentences about it
 * @param reason in Salesforce's or the network's words, or empty
 * @param code Salesforce's, or empty
 */
public record SalesforceTrouble(String kind, String reason, String code) {

    static Optional<SalesforceTrouble> in(Reading<?> reading) {
        return reading.fold(
                found -> Optional.empty(),
                () -> Optional.of(new SalesforceTrouble("absent", "", "")),
                refused -> Optional.of(new SalesforceTrouble("refused", refused.reason(), refused.code())),
                unavailable ->
                        Optional.of(new SalesforceTrouble("unavailable", unavailable.reason(), unavailable.code())));
    }
}
