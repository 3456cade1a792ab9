package dev.tailback.verification.benchmarks.lab;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.Ports;
import dev.tailback.verification.fleet.ProgramPlan;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** How each program is started: as shipped, with no setting but its addresses and what a measurement is about. */
public record LabPlans(Blueprint blueprint) {

    /** Rows in memory only: the disk of this machine is not what is measured. */
    public ProgramPlan localOrg() {
        return localOrg(blueprint.schema());
    }

    /** @param source an SFDX project */
    public ProgramPlan localOrg(Path source) {
        return blueprint.localOrg(Ports.freePort(), "--source", source.toString());
    }

    public ProgramPlan serviceApp(URI org, EmbeddedPostgres postgres, EmbeddedRedis redis) {
        Map<String, String> environment = Blueprint.environment(org, redis.uri());
        environment.putAll(Blueprint.ledger(postgres.jdbcUrl(), postgres.username(), postgres.password()));
        return blueprint.serviceApp("service-app", Ports.freePort(), environment);
    }

    /** @param more of the worker's own variables */
    public ProgramPlan syncWorker(URI org, EmbeddedRedis redis, Map<String, String> more) {
        Map<String, String> environment = Blueprint.environment(org, redis.uri());
        environment.putAll(more);
        return blueprint.syncWorker("sync-worker", Ports.freePort(), environment);
    }

    /** Where a program listens that was started by this plan. */
    public static URI addressOf(ProgramPlan plan) {
        return plan.ready().resolve("/");
    }
}
