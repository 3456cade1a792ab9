package dev.tailback.hub.stewards;

import dev.tailback.hub.database.TextList;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A record that its CRM has no more, though it stood for something.
 *
 * @param goneAt when the hub learnt it, by the database's clock
 * @param heldIn the CRMs that still have a record of the same thing, as JSON
 */
@MappedEntity("source_record")
public record GoneRecord(
        @Id long id,
        String crm,
        String object,
        String recordId,
        String entity,
        UUID goldenId,
        Instant goneAt,
        String heldIn) {

    /** By name; none when it is gone everywhere. */
    public List<String> stillIn() {
        return TextList.texts(heldIn);
    }
}
