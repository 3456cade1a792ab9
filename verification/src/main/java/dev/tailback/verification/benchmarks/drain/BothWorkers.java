package dev.tailback.verification.benchmarks.drain;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.queue.Rebuild;
import dev.tailback.queue.UsageQueue;
import dev.tailback.verification.benchmarks.lab.Backlog;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.lab.PatientQueue;
import dev.tailback.verification.fleet.Program;
import java.time.Duration;
import java.util.Map;

/**
 * Our worker and the other one, one after the other, on the same org, each with a fresh Redis and a backlog of its own.
 */
final class BothWorkers {
    /** The longest a window may be outlived by start and warm-up. */
    private static final int MARGIN_S = 12;

    private static final int MOST_RECORDS = 600_000;
    private static final int RECORDS_A_CALL = 200;

    private final Lab lab;
    private final LabOrg org;
    private final Backlog backlog;
    private final Duration window;
    private final int latencyMs;

    BothWorkers(Lab lab, LabOrg org, Backlog backlog, Duration window, int latencyMs) {
        this.lab = lab;
        this.org = org;
        this.backlog = backlog;
        this.window = window;
        this.latencyMs = latencyMs;
    }

    DrainRate ours(int callsInFlight) {
        int records = enough(callsInFlight * RECORDS_A_CALL);
        try (EmbeddedRedis redis = lab.redis("redis")) {
            offer(redis, records);
            Program worker = lab.start(lab.plans()
                    .syncWorker(
                            org.address(),
                            redis,
                            Map.of(
                                    "WORKER_CALLS_IN_FLIGHT",
                                    Integer.toString(callsInFlight),
                                    "WORKER_BULK_FROM",
                                    "off")));
            try {
                return DrainRate.watch(org, window, records);
            } finally {
                worker.kill();
            }
        } finally {
            forgetRedis();
        }
    }

    DrainRate oneRecordACall(int callsInFlight) {
        int records = enough(callsInFlight);
        try (EmbeddedRedis redis = lab.redis("redis");
                OneRecordACall peer = new OneRecordACall(redis.uri(), org.writer())) {
            peer.offer(backlog.records(records));
            peer.work(callsInFlight);
            return DrainRate.watch(org, window, records);
        } finally {
            forgetRedis();
        }
    }

    private void offer(EmbeddedRedis redis, int records) {
        try (UsageQueue queue = PatientQueue.on(redis);
                Rebuild rebuild =
                        queue.operations().beginRebuild(Duration.ofMinutes(1)).orElseThrow()) {
            rebuild.offer(backlog.records(records));
            rebuild.finish();
        }
    }

    /** More than can be sent, were every call over as soon as Salesforce answers. */
    private int enough(int recordsInFlight) {
        double mostPerSecond = recordsInFlight * 1000.0 / Math.max(1, latencyMs);
        return (int) Math.min(MOST_RECORDS, mostPerSecond * (window.toSeconds() + MARGIN_S));
    }

    private void forgetRedis() {
        lab.forgetRedis("redis");
    }
}
