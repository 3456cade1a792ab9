package dev.tailback.hub.erasure;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.stewards.Said;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether a golden record can be erased, in the caller's transaction. */
@Singleton
class FindPerson {

    private static final int LONGEST_NOTE = 2_000;

    private final ErasureRows rows;
    private final Records records;
    private final Goldens goldens;
    private final Entities entities;

    FindPerson(ErasureRows rows, Records records, Goldens goldens, Entities entities) {
        this.rows = rows;
        this.records = records;
        this.goldens = goldens;
        this.entities = entities;
    }

    /** Not there if it can be erased, or is. */
    Optional<Erased> refusal(UUID golden, Said said) {
        Optional<PersonRow> person = rows.person(golden);
        if (person.isEmpty()) {
            return Optional.of(new Erased.Absent());
        }
        if (said.who().isBlank() || said.note().isBlank() || said.note().length() > LONGEST_NOTE) {
            return Optional.of(new Erased.Unsaid("Say who erases and why, in 1 to " + LONGEST_NOTE + " characters."));
        }
        return refusal(person.get());
    }

    private Optional<Erased> refusal(PersonRow person) {
        if (entities.entity(person.entity()).filter(Entity::personal).isEmpty()) {
            return Optional.of(new Erased.NotPersonal(person.entity()));
        }
        return person.remains().map(Erased.Merged::new);
    }

    /** What an erasure did before. */
    Optional<Erased> done(UUID golden) {
        return rows.done(golden)
                .map(erasure -> new Erased.Done(
                        erasure, records.of(golden).stream().map(HeldInCrm::of).toList()));
    }

    /** The golden record and those that were merged into it, with their records: nobody else changes them. */
    List<UUID> lock(UUID golden) {
        goldens.alone(rows.person(golden).orElseThrow().entity());
        List<UUID> same = rows.lockSame(golden);
        same.forEach(records::lock);
        return same;
    }
}
