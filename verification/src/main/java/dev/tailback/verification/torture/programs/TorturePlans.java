package dev.tailback.verification.torture.programs;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.Flow;
import dev.tailback.verification.fleet.OrgSource;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.ProgramPlan;
import dev.tailback.verification.torture.wire.Traffic;
import java.net.URI;
import java.util.Map;

/**
 * The settings of each program in a run. Times are much shorter than the defaults, so that leases end, calls time out
 * and probes return within a run of a minute. They keep the order that the defaults have.
 */
final class TorturePlans {
    /** How often a service app searches for work without a signal. */
    private static final Map<String, String> LOOKING_OFTEN = Map.of(
            "RECONCILIATION_EVERY", "1m",
            "LATE_COPIES_FIRST_LOOK", "1s",
            "LATE_COPIES_LONGEST_GAP", "2s");

    private static final Map<String, String> LOOKING_FOR_NOTHING = Map.of(
            "RELAY_SWEEP_EVERY", "6h",
            "RECONCILIATION_RUNNING", "false",
            "LATE_COPIES_RUNNING", "false");

    /** So little that every outage makes a backlog; most records still go in calls. */
    private static final int BACKLOG = 10;

    private final Settings settings;
    private final OrgSource org;
    private final DataDirectory data;
    private final Blueprint blueprint;

    TorturePlans(Settings settings, OrgSource org, DataDirectory data) {
        this.settings = settings;
        this.org = org;
        this.data = data;
        this.blueprint = new Blueprint(settings.home(), data, new Mutants(settings).inFront());
    }

    ProgramPlan localOrg() {
        return blueprint.localOrg(
                Ports.freePort(),
                "--source",
                org.source().toString(),
                "--seed",
                org.seed().toString(),
                "--data",
                data.localOrg().toString());
    }

    ProgramPlan serviceApp(String name, URI org, EmbeddedPostgres postgres, Flow flow, EmbeddedRedis redis) {
        Map<String, String> environment = environment(org, redis);
        environment.putAll(Blueprint.ledger(
                "jdbc:postgresql://127.0.0.1:" + flow.port() + "/postgres", postgres.username(), postgres.password()));
        environment.putAll(settings.isWithout(Guard.SWEEP) ? LOOKING_FOR_NOTHING : LOOKING_OFTEN);
        return blueprint.serviceApp(name, Ports.freePort(), environment);
    }

    ProgramPlan syncWorker(String name, URI org, EmbeddedRedis redis) {
        Map<String, String> environment = environment(org, redis);
        environment.put("SALESFORCE_WRITE_TIMEOUT", Traffic.WRITE_TIMEOUT.toSeconds() + "s");
        environment.put("WORKER_LEASE", Fleet.LEASE.toSeconds() + "s");
        environment.put("WORKER_BATCH_SIZE", "50");
        environment.put("WORKER_BULK_FROM", Integer.toString(BACKLOG));
        environment.put("WORKER_LONGEST_RETRY", "3s");
        environment.put("WORKER_LONGEST_PROBE_WAIT", "3s");
        environment.put("WORKER_QUOTA_WAIT", "2s");
        return blueprint.syncWorker(name, Ports.freePort(), environment);
    }

    private Map<String, String> environment(URI org, EmbeddedRedis redis) {
        Map<String, String> environment = Blueprint.environment(org, redis.uri());
        environment.put("REDIS_SHARDS", Integer.toString(settings.shards()));
        return environment;
    }
}
