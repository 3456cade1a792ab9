package dev.tailback.hub.running;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.writes.WriteIntents;
import dev.tailback.web.loops.Loop;
import jakarta.inject.Singleton;

/** Rounds of writing into one CRM: what its records should hold, and the customers that it has none of. */
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
        return written;
    }

    /** Customers that the CRM has none of, unless very many wait. @return how many were created, or tried */
    int create(Connection connection) {
        int created = 0;
        for (MappedObject mapped : connection.objects()) {
            created += create.few(connection, mapped);
            Loop.signOfLife();
        }
        return created;
    }

    /** The same where very many wait. */
    int createMany(Connection connection) {
        int created = 0;
        for (MappedObject mapped : connection.objects()) {
            created += create.many(connection, mapped);
            Loop.signOfLife();
        }
        return created;
    }
}
