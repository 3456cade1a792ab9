package dev.tailback.hub.observations;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;

/**
 * How far an object was read.
 *
 * @param text of the cursor; empty for the beginning
 * @param askedAt when the CRM was asked for the page that ended here
 * @param now by the database's clock, before the CRM is asked for the next page
 * @param rereading whether it is read from the beginning again, since fields stand for other attributes
 */
@MappedEntity("change_cursor")
record CursorRow(String text, Instant askedAt, Instant now, boolean rereading) {

    /** While everything is read again, nobody knows since when a value has been there. */
    Optional<Instant> seenAfter() {
        return rereading ? Optional.empty() : Optional.of(askedAt);
    }
}
