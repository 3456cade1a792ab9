package dev.tailback.queue.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.queue.AdDetails;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What a record says of its ad, as fields of its body. A body of an older program has none of them, and an older program
 * passes over them.
 */
final class StoredAd {

    private StoredAd() {}

    static void write(AdDetails ad, ObjectNode body) {
        body.put("title", ad.title());
        ad.serviceDate().ifPresent(day -> body.put("day", day.toString()));
        ad.customerReference().ifPresent(reference -> body.put("reference", reference));
        ad.link().ifPresent(link -> body.put("link", link));
    }

    static Optional<AdDetails> read(JsonNode body) {
        return text(body, "title")
                .map(title -> new AdDetails(title, day(body), text(body, "reference"), text(body, "link")));
    }

    private static Optional<String> text(JsonNode body, String name) {
        return Optional.ofNullable(body.path(name).textValue());
    }

    private static Optional<LocalDate> day(JsonNode body) {
        try {
            return text(body, "day").map(LocalDate::parse);
        } catch (DateTimeParseException notOurs) {
            throw new IllegalArgumentException("its payload has no usable day", notOurs);
        }
    }
}
