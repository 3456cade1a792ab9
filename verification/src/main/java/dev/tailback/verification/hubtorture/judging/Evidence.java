package dev.tailback.verification.hubtorture.judging;

import dev.tailback.verification.hubtorture.people.Edit;
import dev.tailback.verification.hubtorture.people.Field;
import java.util.List;
import java.util.Map;

/**
 * All that is known of one field after a run.
 *
 * @param before what was agreed before anybody typed, and what every CRM held
 * @param edits in the order in which they were typed in each CRM
 * @param held by CRM and record, as the CRMs' own APIs show it
 * @param agreed as the hub says
 * @param decisions the newest first
 */
public record Evidence(
        Field field, String before, List<Edit> edits, Map<String, String> held, String agreed, List<Told> decisions) {
    public Evidence {
        edits = List.copyOf(edits);
        held = Map.copyOf(held);
        decisions = List.copyOf(decisions);
    }

    /** How often people had said different things when a value was agreed. */
    public long conflicts() {
        return decisions.stream().filter(Told::isConflict).count();
    }
}
