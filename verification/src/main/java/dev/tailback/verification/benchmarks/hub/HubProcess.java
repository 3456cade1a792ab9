package dev.tailback.verification.benchmarks.hub;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.program.CannotStart;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.customers.TableLog;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The packaged hub. Nobody signs in, so there is no service app; its own database is in the PostgreSQL that the shop's
 * tables are in.
 */
final class HubProcess implements Synchroniser {
    private static final Duration MEETING = Duration.ofMinutes(60);

    private final Program program;
    private final HubDatabase database;

    private HubProcess(Program program, HubDatabase database) {
        this.program = program;
        this.database = database;
    }

    /** The script by which a table of the shop logs its changes. */
    static TableLog shopScript(Lab lab) {
        return new TableLog(lab.plans().blueprint().jar("integration-hub"));
    }

    static HubProcess start(Lab lab, String name, EmbeddedPostgres postgres, HubFile crms, Duration poll) {
        postgres.createDatabase(HubDatabase.NAME);
        Map<String, String> environment = new HashMap<>(CrmAddresses.secrets());
        environment.putAll(
                Blueprint.ledger(postgres.jdbcUrl(HubDatabase.NAME), postgres.username(), postgres.password()));
        environment.put("TAILBACK_HUB_CRMS", written(lab.directory(name), crms).toString());
        environment.put("TAILBACK_HUB_POLL", poll.toMillis() + "ms");
        environment.put("TAILBACK_SERVICE_APP_URL", "http://127.0.0.1:" + Ports.freePort());
        return new HubProcess(
                lab.start(lab.plans().blueprint().hub("hub", Ports.freePort(), environment)),
                new HubDatabase(postgres));
    }

    private static Path written(Path directory, HubFile crms) {
        try {
            return Files.writeString(directory.resolve("crms.yaml"), crms.text());
        } catch (IOException e) {
            throw CannotStart.misconfigured("Cannot write into " + directory + ".", e);
        }
    }

    /** All records of a customer stand for one golden record, and nothing is left to do. */
    HubProcess awaitMet(int customers, int crms) {
        Await.require(
                "all " + customers + " customers have met",
                MEETING,
                () -> database.records() == (long) customers * crms && database.isQuiet());
        long whole = database.together(crms);
        if (whole != customers) {
            throw new IllegalStateException("Of " + customers + " customers, " + whole + " were recognised");
        }
        return this;
    }

    HubDatabase database() {
        return database;
    }

    @Override
    public String name() {
        return "hub";
    }

    @Override
    public long pid() {
        return program.pid();
    }

    @Override
    public boolean isQuietSince(Instant time) {
        return database.askedAllAt().isAfter(time) && database.isQuiet();
    }

    @Override
    public boolean explains(String value) {
        return database.names(value);
    }

    @Override
    public void close() {
        program.kill();
    }
}
