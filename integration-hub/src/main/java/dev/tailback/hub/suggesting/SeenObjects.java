package dev.tailback.hub.suggesting;

import dev.tailback.mapping.schema.OrgObject;
import java.util.List;
import java.util.Map;

/**
 * What a CRM has of the objects that were asked for.
 *
 * @param unseen the others, with the reason
 * @param tellsRights whether the schema says what our user may write
 */
record SeenObjects(List<OrgObject> objects, Map<String, String> unseen, boolean tellsRights) {

    SeenObjects {
        objects = List.copyOf(objects);
        unseen = Map.copyOf(unseen);
    }
}
