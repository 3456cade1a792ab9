package dev.tailback.crm.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who works in the CRM itself. A deed that cannot be done here answers false. */
public interface Person {

    /** @return the id of the new record */
    String creates(Map<String, String> values);

    /** Many at once, as an import does, so that they carry one time where the CRM's clock stands still. */
    default List<String> imports(List<Map<String, String>> records) {
        List<String> ids = new ArrayList<>();
        records.forEach(values -> ids.add(creates(values)));
        return ids;
    }

    void edits(String id, Map<String, String> values);

    /** Whether it is gone now, or in the bin. */
    boolean deletes(String id);

    /** Whether one of the two is gone now, and stands in the other. */
    boolean merges(String loser, String winner);
}
