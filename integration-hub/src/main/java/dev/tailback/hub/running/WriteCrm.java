package dev.tailback.hub.running;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.writes.WriteIntents;
import dev.tailback.web.loops.Loop;
import jakarta.inject.Singleton;

/** One round of writing into one CRM: what its records should hold, and then the customers that it has none of. */
@Singleton
class WriteCrm {

    private final WriteIntents write;
    private final CreateInCrm create;

    WriteCrm(WriteIntents write, CreateInCrm create) {
        this.write = write;
        this.create = create;
    }

    /** @return how many records were written, or tried */
    int round(Connection connection) {
        int written = 0;
        for (MappedObject mapped : connection.objects()) {
            written += write.next(connection, mapped);
            Loop.signOfLife();
        }
        return written + create(connection, written == 0);
    }

    private int create(Connection connection, boolean isQuiet) {
        int created = 0;
        for (MappedObject mapped : connection.objects()) {
            created += create.next(connection, mapped, isQuiet);
            Loop.signOfLife();
        }
        return created;
    }
}
