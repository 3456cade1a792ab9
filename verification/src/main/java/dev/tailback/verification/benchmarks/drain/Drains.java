package dev.tailback.verification.benchmarks.drain;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.OwnedProcess;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Rebuild;
import dev.tailback.usage.UsageRecord;
import dev.tailback.verification.benchmarks.lab.Backlog;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.LabOrg;
import dev.tailback.verification.benchmarks.lab.PatientQueue;
import dev.tailback.verification.benchmarks.peers.PeerMissing;
import dev.tailback.verification.fleet.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Workers that drain, one after the other, on the same org: each a process of its own, with a fresh Redis and a backlog
 * of its own.
 */
final class Drains {
    /** The longest a window may be outlived by warm-up. */
    private static final int MARGIN_S = 6;

    private static final int MOST_A_SECOND = 40_000;
    private static final int MOST_RECORDS = 600_000;
    private static final int RECORDS_A_CALL = 200;

    private final Lab lab;
    private final LabOrg org;
    private final Backlog backlog;
    private final Weather weather;
    private final Duration window;

    Drains(Lab lab, LabOrg org, Backlog backlog, Weather weather, Duration window) {
        this.lab = lab;
        this.org = org;
        this.backlog = backlog;
        this.weather = weather;
        this.window = window;
    }

    /**
     * In calls, without Bulk jobs.
     *
     * @param callsInFlight as {@code WORKER_CALLS_IN_FLIGHT} takes it: a number, or bounds with a hyphen between
     * @param most of them
     */
    DrainRate ours(String callsInFlight, int most) {
        int records = enough(most * RECORDS_A_CALL);
        try (EmbeddedRedis redis = lab.redis("redis")) {
            offer(redis, records);
            weather.begins(org);
            Program worker = lab.start(lab.plans()
                    .syncWorker(
                            org.address(),
                            redis,
                            Map.of("WORKER_CALLS_IN_FLIGHT", callsInFlight, "WORKER_BULK_FROM", "off")));
            try {
                return DrainRate.watch(org, weather, window, records, worker.pid());
            } finally {
                worker.kill();
            }
        } finally {
            lab.forgetRedis("redis");
        }
    }

    /**
     * @param command of the worker, up to its arguments
     * @throws PeerMissing with one sentence if its process ends
     */
    DrainRate other(OtherWorker worker, List<String> command, int callsInFlight) {
        int records = enough(callsInFlight * worker.recordsACall());
        try (EmbeddedRedis redis = lab.redis("redis")) {
            ListWorkers.fill(redis.uri(), backlog.records(records));
            weather.begins(org);
            List<String> line = new ArrayList<>(command);
            line.addAll(List.of(redis.uri(), org.address().toString(), Integer.toString(callsInFlight)));
            return watch(worker, line, records);
        } finally {
            lab.forgetRedis("redis");
        }
    }

    private DrainRate watch(OtherWorker worker, List<String> line, int records) {
        ProcessBuilder command = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.to(lab.log(worker.option()).toFile()));
        OwnedProcess process = lab.start(worker.option(), command);
        try {
            return DrainRate.watch(org, weather, window, records, process.pid());
        } catch (IllegalStateException nothing) {
            if (process.isAlive()) {
                throw nothing;
            }
            throw new PeerMissing(
                    worker.name() + " is left out: its process ended; " + lab.log(worker.option()) + " says why",
                    nothing);
        } finally {
            process.kill();
        }
    }

    private void offer(EmbeddedRedis redis, int records) {
        try (EntryQueue queue = PatientQueue.on(redis);
                Rebuild rebuild =
                        queue.operations().beginRebuild(Duration.ofMinutes(1)).orElseThrow()) {
            rebuild.offer(UsageRecord.entries(backlog.records(records)));
            PatientQueue.tellMapping(rebuild);
            rebuild.finish();
        }
    }

    /** More than can be sent, were every call over as soon as Salesforce answers. */
    private int enough(int recordsInFlight) {
        double mostPerSecond = Math.min(MOST_A_SECOND, recordsInFlight * 1000.0 / weather.latencyMs());
        return (int) Math.min(MOST_RECORDS, mostPerSecond * (window.toSeconds() + MARGIN_S));
    }
}
