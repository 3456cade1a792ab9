package dev.tailback.hub.running;

import dev.tailback.hub.allowance.Priority;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.creations.Creations;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.writes.WriteCreations;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Creates customers in one CRM. A few go like the changes that people make now; many, as after a mapping was switched on,
 * go by the share of first readings and wait until nothing else is to be written.
 */
@Singleton
class CreateInCrm {

    /** So many customers people may type in a busy hour. */
    static final int A_FEW = 200;

    private final ConnectedCrms crms;
    private final Creations creations;
    private final WriteCreations write;

    CreateInCrm(ConnectedCrms crms, Creations creations, WriteCreations write) {
        this.crms = crms;
        this.creations = creations;
        this.write = write;
    }

    /**
     * @param live with the fields that can be used now
     * @param isQuiet whether nothing else was to be written
     * @return how many records were created, or tried
     */
    int next(Connection live, MappedObject mapped, boolean isQuiet) {
        if (mapped.createsNow().isEmpty()) {
            return 0;
        }
        boolean isMany = creations.open(live.crm(), mapped.object(), A_FEW + 1) > A_FEW;
        Optional<Connection> connection = isMany ? crms.of(live.crm(), Priority.BACKFILL) : Optional.of(live);
        return connection
                .filter(one -> isQuiet || !isMany)
                .map(one -> write.next(one, mapped))
                .orElse(0);
    }
}
