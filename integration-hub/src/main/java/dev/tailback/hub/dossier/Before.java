package dev.tailback.hub.dossier;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A place in a timeline: what comes on the next page happened before it. */
public record Before(Instant at, long place, long number) {

    /** The beginning: the newest. */
    public static final Before NOW = new Before(Instant.parse("9999-12-31T23:59:59Z"), Long.MAX_VALUE, Long.MAX_VALUE);

    /** As an address carries it. */
    public String text() {
        return at + "_" + place + "_" + number;
    }

    /** @return not there if it is no place in a timeline */
    public static Optional<Before> read(String text) {
        String[] parts = text.split("_", -1);
        try {
            return parts.length == 3
                    ? Optional.of(
                            new Before(Instant.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (DateTimeParseException | NumberFormatException noPlace) {
            return Optional.empty();
        }
    }
}
