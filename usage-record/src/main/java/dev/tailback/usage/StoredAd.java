package dev.tailback.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What a record says of its ad, as fields of its payload. That of an older program has none of them, and an older
 * program passes over them.
 */
final class StoredAd {

    private StoredAd() {}

    static void write(AdDetails ad, ObjectNode payload) {
        payload.put("title", ad.title());
        ad.serviceDate().ifPresent(day -> payload.put("day", day.toString()));
        ad.customerReference().ifPresent(reference -> payload.put("reference", reference));
        ad.link().ifPresent(link -> payload.put("link", link));
    }

    static Optional<AdDetails> read(JsonNode payload) {
        return text(payload, "title")
                .map(title -> new AdDetails(title, day(payload), text(payload, "reference"), text(payload, "link")));
    }

    private static Optional<String> text(JsonNode payload, String name) {
        return Optional.ofNullable(payload.path(name).textValue());
    }

    private static Optional<LocalDate> day(JsonNode payload) {
        try {
            return text(payload, "day").map(LocalDate::parse);
        } catch (DateTimeParseException notOurs) {
            throw new IllegalArgumentException("its payload has no usable day", notOurs);
        }
    }
}
