package dev.tailback.hub.golden;

import dev.tailback.hub.database.TextList;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** How far a switch has reached. The lists are JSON. */
@MappedEntity("switch_reach")
record ReachRow(
        @Id long switchId,
        String entities,
        String crm,
        String objects,
        @Nullable UUID afterId) {

    String[] ofEntities() {
        return TextList.texts(entities).toArray(String[]::new);
    }

    String[] inObjects() {
        return TextList.texts(objects).toArray(String[]::new);
    }
}
