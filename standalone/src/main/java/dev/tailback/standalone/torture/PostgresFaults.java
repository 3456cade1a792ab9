package dev.tailback.standalone.torture;

import dev.tailback.services.EmbeddedPostgres;
import java.util.List;

/** PostgreSQL dies, loses its clients, or lets everybody wait. */
final class PostgresFaults {
    private final EmbeddedPostgres postgres;

    PostgresFaults(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    List<Fault> all() {
        return List.of(
                new Fault("PostgreSQL killed", 100, 1_500, random -> {
                    postgres.kill();
                    return postgres::start;
                }),
                new Fault("PostgreSQL's clients cut off", 0, 500, random -> {
                    postgres.cutClients();
                    return postgres::cutClients;
                }),
                new Fault("PostgreSQL stalled", 500, 3_000, random -> postgres.stall()));
    }
}
