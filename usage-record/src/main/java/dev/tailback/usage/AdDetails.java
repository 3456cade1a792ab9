package dev.tailback.usage;

import dev.tailback.queue.BoundedText;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a version of an entry says of its ad, for people in Salesforce. It never stops a record: a text that is too long
 * is cut, and a character that cannot be stored becomes a question mark.
 *
 * @param title up to 200 characters
 * @param customerReference the customer's own reference, up to 80 characters
 * @param link the address of the ad's page, up to 255 characters
 */
public record AdDetails(
        String title, Optional<LocalDate> serviceDate, Optional<String> customerReference, Optional<String> link) {

    // A character of a title may be two of Java's.
    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_REFERENCE = 160;
    private static final int LONGEST_LINK = 255;

    public AdDetails {
        title = BoundedText.of(title, LONGEST_TITLE);
        customerReference = customerReference.map(text -> BoundedText.of(text, LONGEST_REFERENCE));
        link = link.map(text -> BoundedText.of(text, LONGEST_LINK));
    }
}
