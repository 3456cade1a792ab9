package dev.tailback.hub.stewards;

import dev.tailback.hub.database.TextList;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import java.util.UUID;

/**
 * Two golden records that became one.
 *
 * @param moved the records that stood for the one that went, as JSON
 */
@MappedEntity("golden_merge")
public record Merge(@Id long id, UUID keptId, UUID lostId, String moved, String who, String note) {

    List<Long> movedRecords() {
        return TextList.texts(moved).stream().map(Long::parseLong).toList();
    }
}
