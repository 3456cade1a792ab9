package dev.tailback.usage;

import dev.tailback.problems.Problem;
import io.micronaut.http.HttpStatus;
import java.util.UUID;

/** The answers of usage to what cannot be done. */
final class Refusals {

    private Refusals() {}

    static Problem unknown(UUID id) {
        return new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no usage entry with the id " + id + ".");
    }

    static Problem notRejected(Entry entry, String act) {
        return new Problem(
                        HttpStatus.CONFLICT,
                        "not_rejected",
                        "Nothing was changed: only a rejected entry can be " + act
                                + ", and this one is not. Read it again" + " to see its state.")
                .with("entryId", entry.id());
    }
}
