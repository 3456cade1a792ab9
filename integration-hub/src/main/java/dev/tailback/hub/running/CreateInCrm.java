package dev.tailback.hub.running;

import dev.tailback.crm.Connector;
import dev.tailback.hub.allowance.Priority;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.creations.TakeCreations;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.writes.WriteCreations;
import dev.tailback.web.loops.Loop;
import jakarta.inject.Singleton;

/**
 * Creates customers in one CRM. A few go like the changes that people make now; many, as after a mapping was switched on,
 * go by the share of first readings, as many in one call as the CRM takes, in a loop of their own: nobody waits for it.
 */
@Singleton
class CreateInCrm {

    /** So many customers people may type in a busy hour. */
    static final int A_FEW = 200;

    private final ConnectedCrms crms;
    private final TakeCreations creations;
    private final WriteCreations write;

    CreateInCrm(ConnectedCrms crms, TakeCreations creations, WriteCreations write) {
        this.crms = crms;
        this.creations = creations;
        this.write = write;
    }

    /**
     * @param live with the fields that can be used now
     * @return how many records were created, or tried; none where many wait
     */
    int few(Connection live, MappedObject mapped) {
        return mapped.createsNow().isEmpty() || areMany(live, mapped) ? 0 : write.next(live, mapped);
    }

    /** The same, where many wait. */
    int many(Connection live, MappedObject mapped) {
        if (mapped.createsNow().isEmpty() || !areMany(live, mapped)) {
            return 0;
        }
        Loop.waits(Connector.LONGEST_OF_MANY);
        return crms.of(live.crm(), Priority.BACKFILL)
                .map(connection -> write.many(connection, mapped))
                .orElse(0);
    }

    private boolean areMany(Connection live, MappedObject mapped) {
        return creations.waiting(live.crm(), mapped.object(), A_FEW + 1) > A_FEW;
    }
}
