package dev.tailback.verification.torture.faults;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.verification.fleet.Flow;
import java.util.List;

/** PostgreSQL dies, loses its clients, lets people wait, takes no writes, or is no longer heard of. */
final class PostgresFaults {
    private static final int TABLES = 10;

    private final EmbeddedPostgres postgres;
    private final List<Flow> flows;

    /** @param flows of the service apps to it */
    PostgresFaults(EmbeddedPostgres postgres, List<Flow> flows) {
        this.postgres = postgres;
        this.flows = flows;
    }

    List<Fault> all() {
        return List.of(
                new Fault("PostgreSQL killed", 100, 1_500, random -> {
                    postgres.kill();
                    return postgres::start;
                }),
                new Fault("PostgreSQL's clients cut off", 0, 500, random -> {
                    postgres.troubles().cutClients();
                    return postgres.troubles()::cutClients;
                }),
                new Fault(
                        "PostgreSQL stalled",
                        500,
                        3_000,
                        random -> postgres.troubles().stall()),
                new Fault(
                        "PostgreSQL takes no writes",
                        500,
                        5_000,
                        random -> postgres.troubles().refuseWrites()),
                new Fault(
                        "a table of PostgreSQL locked",
                        3_000,
                        9_000,
                        random -> postgres.troubles().lockTable(random.nextInt(TABLES))),
                new Fault("PostgreSQL not heard of", 1_000, 8_000, random -> silence()));
    }

    private Runnable silence() {
        flows.forEach(Flow::fallSilent);
        return () -> flows.forEach(Flow::speak);
    }
}
