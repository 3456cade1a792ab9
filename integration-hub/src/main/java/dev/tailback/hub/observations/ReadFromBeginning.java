package dev.tailback.hub.observations;

import jakarta.inject.Singleton;
import java.util.Collection;

/**
 * Lets objects be read from their beginning, since other fields are asked for from now on; in the transaction of what
 * changes the fields. What is known already is no news when it is read again. When it was last read stays known, so
 * what changed since then keeps its time.
 */
@Singleton
public class ReadFromBeginning {

    private final ObservationRows rows;

    ReadFromBeginning(ObservationRows rows) {
        this.rows = rows;
    }

    /** Until the transaction ends no page of this CRM is kept. */
    public void read(String crm, Collection<String> objects) {
        rows.lockToSwitch(crm);
        objects.forEach(object -> rows.toBeginning(crm, object));
    }
}
