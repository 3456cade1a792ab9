package dev.tailback.verification.benchmarks.lab;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.queue.EntryQueue;
import dev.tailback.verification.benchmarks.ledger.Ledger;
import dev.tailback.verification.fleet.Program;
import dev.tailback.verification.fleet.ProgramPlan;
import java.net.URI;
import java.util.Map;

/** The whole system of one service app, one worker and one org; the worker comes and goes as a measurement wants. */
public final class House {
    private final Lab lab;
    private final LabOrg org;
    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;
    private final ProgramPlan servicePlan;

    private House(Lab lab, LabOrg org, EmbeddedPostgres postgres, EmbeddedRedis redis, ProgramPlan servicePlan) {
        this.lab = lab;
        this.org = org;
        this.postgres = postgres;
        this.redis = redis;
        this.servicePlan = servicePlan;
    }

    /** Everything but the programs that work on usage. */
    public static House build(Lab lab) {
        ProgramPlan orgPlan = lab.plans().localOrg();
        EmbeddedPostgres postgres = lab.postgres();
        EmbeddedRedis redis = lab.redis("redis");
        lab.start(orgPlan, "-Xmx1g");
        URI org = LabPlans.addressOf(orgPlan);
        return new House(lab, new LabOrg(org), postgres, redis, lab.plans().serviceApp(org, postgres, redis));
    }

    /** @param options of its Java machine */
    public Program startServiceApp(String... options) {
        return lab.start(servicePlan, options);
    }

    /**
     * Everything goes in calls.
     *
     * @param options of its Java machine
     */
    public Program startWorker(int callsInFlight, String... options) {
        Map<String, String> calls =
                Map.of("WORKER_CALLS_IN_FLIGHT", Integer.toString(callsInFlight), "WORKER_BULK_FROM", "off");
        return lab.start(lab.plans().syncWorker(org.address(), redis, calls), options);
    }

    public URI serviceApp() {
        return LabPlans.addressOf(servicePlan);
    }

    public LabOrg org() {
        return org;
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    public EmbeddedRedis redis() {
        return redis;
    }

    /** From now on PostgreSQL remembers when each transaction was committed; before anything else is started. */
    public void rememberCommitTimes() {
        new Ledger(postgres).rememberCommitTimes();
        postgres.stop();
        postgres.start();
    }

    /** To look at; close it. */
    public EntryQueue queue() {
        return PatientQueue.on(redis);
    }
}
