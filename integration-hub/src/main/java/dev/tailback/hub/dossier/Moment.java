package dev.tailback.hub.dossier;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * One thing that happened.
 *
 * @param number of the thing among those of its kind
 * @param crm of the record that it is about; empty where it is about none
 * @param what one word or an attribute: which kind of observation, which attribute, what became of a write, which act
 * @param words a sentence, or a value; may be empty
 * @param who did it; empty where no person did
 */
@MappedEntity
public record Moment(
        Instant at,
        Happening happening,
        long place,
        long number,
        String crm,
        String recordId,
        String what,
        String words,
        String who) {

    /** From here the next page goes on. */
    public Before cursor() {
        return new Before(at, place, number);
    }
}
