package dev.tailback.verification.benchmarks.peers;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.lab.RedisMeter;
import dev.tailback.verification.fleet.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One peer under load: one process fills, then as many as there are workers drain, each as the peer itself runs one.
 *
 * @param redis starts an empty Redis of this name
 * @param longest how long a drain is watched at most
 */
public record PeerRun(Lab lab, Function<String, EmbeddedRedis> redis, Duration longest) {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LOOK_EACH = Duration.ofMillis(20);

    /** @throws PeerMissing with one sentence if the peer cannot run here, or stops */
    public Passage measure(Peer peer, int records, int workers) {
        Workshop workshop = new Workshop(lab);
        Peer.Commands commands = peer.prepare(workshop);
        String name = "peer-" + peer.name() + "-" + workers;
        try (EmbeddedRedis own = redis.apply(name)) {
            return measure(workshop, commands, own, Math.max(1, records / peer.oneIn()), workers);
        } catch (PeerMissing failed) {
            throw new PeerMissing(peer.name() + " is left out: " + failed.getMessage(), failed);
        } finally {
            lab.forgetRedis(name);
        }
    }

    private Passage measure(Workshop workshop, Peer.Commands commands, EmbeddedRedis own, int records, int workers) {
        RedisMeter meter = new RedisMeter(own);
        double empty = meter.bytes();
        double begin = meter.processor();
        double fill = fill(workshop, commands.fill(), own.uri(), records);
        double filled = meter.processor();
        double bytes = meter.bytes() - empty;
        double log = meter.logBytes();
        Drained drained = drain(workshop, commands.work(), meter, records, workers);
        return new Passage(
                records, drained.records(), fill, drained.seconds(), filled - begin, drained.processor(), bytes, log);
    }

    private static double fill(Workshop workshop, List<String> command, String redisUri, int records) {
        List<String> line = new ArrayList<>(command);
        line.add(Integer.toString(records));
        try (Driver driver = Driver.start(workshop, "peer-fill", line, redisUri)) {
            return driver.awaitFilled();
        }
    }

    private Drained drain(Workshop workshop, List<String> command, RedisMeter meter, int records, int workers) {
        List<Driver> drivers = new ArrayList<>();
        try {
            for (int worker = 1; worker <= workers; worker++) {
                drivers.add(Driver.start(
                        workshop, "peer-work-" + worker, command, meter.redis().uri()));
            }
            drivers.forEach(Driver::awaitReady);
            drivers.forEach(Driver::begin);
            return watch(drivers, meter, records);
        } finally {
            drivers.forEach(Driver::close);
        }
    }

    // From the first report to the last one: starting is not what is measured.
    private Drained watch(List<Driver> drivers, RedisMeter meter, int records) {
        if (!Await.until(() -> done(drivers) > 0, FIRST)) {
            throw new PeerMissing("nothing was done within " + FIRST.toSeconds() + " s");
        }
        long begin = System.nanoTime();
        double processor = meter.processor();
        long before = done(drivers);
        long now = before;
        while (now < records && System.nanoTime() - begin < longest.toNanos()) {
            Await.millis(LOOK_EACH.toMillis());
            now = done(drivers);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (now == before) {
            throw new PeerMissing("all was done at once: give more --records");
        }
        return new Drained(now - before, seconds, meter.processor() - processor);
    }

    private static long done(List<Driver> drivers) {
        return drivers.stream().mapToLong(Driver::done).sum();
    }

    private record Drained(long records, double seconds, double processor) {}
}
