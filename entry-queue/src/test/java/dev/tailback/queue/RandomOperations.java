package dev.tailback.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Drives the real queue and the model with the same random operations, and compares all that can be seen after each.
 */
final class RandomOperations {
    private static final List<String> LOST =
            List.of("ready", "busy", "lease", "delay", "counts", "marker", "seq", "b", "o", "onhold", "causes");
    private static final String CAUSE = "row_busy";
    private static final String OTHER_CAUSE = "too_slow";
    private static final int GROUPS = 8;
    private static final int ENTRIES = 40;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Fixture fixture;
    private final Random random;
    private final Model model = new Model();
    private final long[] versions = new long[ENTRIES];
    private final List<String> batches = new ArrayList<>();
    private final List<OutcomeKind> expectedOutcomes = new ArrayList<>();
    private final Set<String> settled = new HashSet<>();
    private final Set<String> released = new HashSet<>();
    private long now;
    private int batchNumber;

    RandomOperations(Fixture fixture, long seed) {
        this.fixture = fixture;
        this.random = new Random(seed);
        this.now = Long.parseLong(fixture.redis().get("clock"));
        model.now(now);
    }

    void run(int steps) {
        try (OutcomeStream outcomes = fixture.outcomes()) {
            for (int step = 0; step < steps; step++) {
                one();
                compare(outcomes, step);
            }
            drain(outcomes, steps);
        }
    }

    private void one() {
        switch (random.nextInt(18)) {
            case 0, 1, 2 -> offer();
            case 3 -> takeAndSettle();
            case 4, 5 -> take(nextBatch());
            case 6 -> held().ifPresent(this::take);
            case 7, 8 -> anyBatch().ifPresent(this::settle);
            case 9 -> anyBatch().ifPresent(this::release);
            case 10 -> anyBatch().ifPresent(this::extend);
            case 11, 12, 13 -> postpone();
            case 14 -> lose();
            case 15 -> assertEquals(Mended.NOTHING, fixture.queue.operations().mend());
            case 16 -> hold();
            default -> pass(Duration.ofMillis(random.nextInt(12_000)));
        }
    }

    /** Some groups, or none; the cause, or not. */
    private void hold() {
        Set<String> groups = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            groups.add(group(random.nextInt(ENTRIES)));
        }
        hold(new Holds(groups, Set.copyOf(some(CAUSE, OTHER_CAUSE))));
    }

    private List<String> some(String... of) {
        return Stream.of(of).filter(one -> random.nextBoolean()).toList();
    }

    private void hold(Holds holds) {
        model.hold(holds);
        fixture.queue.operations().hold(holds);
        if (random.nextBoolean()) {
            fixture.queue.operations().hold(holds);
        }
    }

    private void offer() {
        List<QueueEntry> records = new ArrayList<>();
        int added = 0;
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            int entry = random.nextInt(ENTRIES);
            // Sometimes an old version comes late, sometimes the same again.
            long version = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : ++versions[entry];
            versions[entry] = Math.max(versions[entry], version);
            records.add(Fixture.entry(group(entry), entry, version));
        }
        for (QueueEntry record : asCarried(records)) {
            int entry = (int) record.id().getLeastSignificantBits();
            added += model.offer(record.group(), entry, record.version()) ? 1 : 0;
        }
        assertEquals(new Offered.Taken(added, size - added), fixture.queue.offer(records));
    }

    /** An offer goes group by group, until an entry comes again. */
    private static List<QueueEntry> asCarried(List<QueueEntry> records) {
        List<QueueEntry> carried = new ArrayList<>();
        Map<String, List<QueueEntry>> groups = new LinkedHashMap<>();
        Set<UUID> seen = new HashSet<>();
        for (QueueEntry record : records) {
            if (!seen.add(record.id())) {
                groups.values().forEach(carried::addAll);
                groups.clear();
                seen.clear();
                seen.add(record.id());
            }
            groups.computeIfAbsent(record.group(), group -> new ArrayList<>()).add(record);
        }
        groups.values().forEach(carried::addAll);
        return carried;
    }

    private void postpone() {
        int entry = random.nextInt(ENTRIES);
        long version = random.nextInt(3) == 0 ? Math.max(1, versions[entry]) : ++versions[entry];
        versions[entry] = version;
        Duration delay = Duration.ofMillis(random.nextInt(15_000));
        Optional<String> cause = some(CAUSE, OTHER_CAUSE).stream().findFirst();
        int added = model.postpone(group(entry), entry, version, now + delay.toMillis(), cause) ? 1 : 0;
        Postponed postponed = new Postponed(Fixture.entry(group(entry), entry, version), delay, cause);
        assertEquals(new Offered.Taken(added, 1 - added), fixture.queue.postpone(List.of(postponed)));
    }

    private void takeAndSettle() {
        String batch = nextBatch();
        take(batch);
        settle(batch);
    }

    private void take(String batch) {
        int limit = 1 + random.nextInt(9);
        List<Model.Kept> expected = model.take(batch, limit, now, LEASE.toMillis());
        Take take = fixture.queue.take(batch, limit, LEASE);
        if (expected.isEmpty()) {
            assertTrue(take instanceof Take.Nothing, () -> "expected nothing and got " + take);
        } else {
            assertTrue(take instanceof Batch, () -> "expected a batch and got " + take);
            assertEquals(
                    described(expected),
                    ((Batch) take)
                            .entries().stream().map(RandomOperations::described).toList());
            batches.add(batch);
        }
    }

    private void settle(String batch) {
        if (!model.holds(batch)) {
            Settled expected = settled.contains(batch) ? Settled.DONE : Settled.LEASE_LOST;
            assertEquals(expected, fixture.queue.settle(batch, List.of()));
            return;
        }
        settled.add(batch);
        List<Settlement> settlements = new ArrayList<>();
        for (Model.Kept record : recordsOf(batch)) {
            settlements.add(settlement(record));
        }
        model.end(batch);
        if (random.nextInt(4) == 0) {
            assertEquals(List.of("done", "done"), fixture.settleTwice(batch, settlements));
        }
        assertEquals(Settled.DONE, fixture.queue.settle(batch, settlements));
        if (random.nextInt(3) == 0) {
            assertEquals(Settled.DONE, fixture.queue.settle(batch, settlements));
        }
    }

    private Settlement settlement(Model.Kept record) {
        QueueEntry entry = entry(record);
        switch (random.nextInt(4)) {
            case 0 -> {
                Duration delay = Duration.ofMillis(random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(20_000));
                expectedOutcomes.add(model.retry(record, now, delay.toMillis(), CAUSE));
                return Fixture.later(entry, delay);
            }
            case 1 -> {
                expectedOutcomes.add(OutcomeKind.PARKED);
                model.settled(record);
                return Fixture.parked(entry);
            }
            default -> {
                expectedOutcomes.add(OutcomeKind.ACCEPTED);
                model.settled(record);
                return Fixture.accepted(entry);
            }
        }
    }

    private void release(String batch) {
        if (!model.holds(batch)) {
            assertEquals(released.contains(batch), fixture.queue.release(batch, Duration.ZERO));
            return;
        }
        released.add(batch);
        Duration delay = Duration.ofMillis(random.nextBoolean() ? 0 : random.nextInt(15_000));
        model.release(batch, now, delay.toMillis());
        assertTrue(fixture.queue.release(batch, delay));
        if (random.nextInt(3) == 0) {
            assertTrue(fixture.queue.release(batch, delay));
        }
    }

    private void extend(String batch) {
        assertEquals(model.holds(batch), fixture.queue.extend(batch, LEASE));
        if (model.holds(batch)) {
            model.extend(batch, now + LEASE.toMillis());
        }
    }

    /** A key is deleted or evicted, and the queue is mended. What holds records themselves is another test's. */
    private void lose() {
        String key = LOST.get(random.nextInt(LOST.size()));
        // So that there is something to lose.
        offer();
        takeAndSettle();
        take(nextBatch());
        postpone();
        if (key.equals("seq")) {
            // A sequence goes on from the clock, which runs faster than anybody offers.
            pass(Duration.ofSeconds(1));
        }
        if (key.equals("b") || key.equals("o")) {
            fixture.redis()
                    .keys(Fixture.Q + ":" + key + ":*")
                    .forEach(lost -> fixture.redis().del(lost));
        } else {
            fixture.redis().del(Fixture.Q + ":" + key);
        }
        fixture.queue.operations().mend();
        switch (key) {
            case "ready" -> model.placeReadyAgain();
            case "onhold" -> model.placeAsideAgain();
            case "causes" -> model.forgetCauses();
            default -> {}
        }
        if (key.equals("lease") || key.equals("b")) {
            model.endAllLeases(now);
        }
        if (key.equals("delay")) {
            model.delayUntil(now);
        }
        if (!key.equals("delay")) {
            model.readyInAnOrderOf(ready());
        }
    }

    private void pass(Duration time) {
        now += time.toMillis();
        model.now(now);
        fixture.pass(time);
    }

    private void compare(OutcomeStream outcomes, int step) {
        assertEquals(List.of(), fixture.queue.operations().audit(), () -> "step " + step);
        QueueStatus status = fixture.queue.operations().status();
        assertEquals(model.waiting(), status.waitingEntries(), () -> "waiting, step " + step);
        assertEquals(model.flying(), status.entriesInFlight(), () -> "in flight, step " + step);
        assertEquals(model.delayedEntries(), status.delayedEntries(), () -> "delayed, step " + step);
        assertEquals(model.ready(), ready(), () -> "ready, step " + step);
        assertEquals(
                model.aside(), fixture.redis().hgetall(Fixture.Q + ":onhold").keySet(), () -> "aside, step " + step);
        List<Outcome> read = outcomes.read(100, Duration.ZERO);
        assertEquals(expectedOutcomes, read.stream().map(Outcome::kind).toList(), () -> "outcomes, step " + step);
        expectedOutcomes.clear();
        outcomes.acknowledge(read);
    }

    private List<String> ready() {
        return fixture.redis().lrange(Fixture.Q + ":ready", 0, -1).stream()
                .map(item -> item.substring(item.indexOf(':') + 1))
                .toList();
    }

    /** In the end everything that was ever offered has been settled in its newest version. */
    private void drain(OutcomeStream outcomes, int step) {
        hold(Holds.NONE);
        pass(Duration.ofMinutes(10));
        for (int round = 0; round < 10 * ENTRIES; round++) {
            String batch = nextBatch();
            take(batch);
            if (model.holds(batch)) {
                List<Settlement> all = new ArrayList<>();
                for (Model.Kept record : recordsOf(batch)) {
                    model.settled(record);
                    expectedOutcomes.add(OutcomeKind.ACCEPTED);
                    all.add(Fixture.accepted(entry(record)));
                }
                model.end(batch);
                assertEquals(Settled.DONE, fixture.queue.settle(batch, all));
            }
            compare(outcomes, step);
        }
        assertEquals(List.of(), model.lost());
        assertEquals(new TreeSet<>(), new TreeSet<>(fixture.redis().keys(Fixture.Q + ":[gfb]:*")));
    }

    private List<Model.Kept> recordsOf(String batch) {
        return model.take(batch, 1, Long.MIN_VALUE, 0);
    }

    private Optional<String> anyBatch() {
        return batches.isEmpty() ? Optional.empty() : Optional.of(batches.get(random.nextInt(batches.size())));
    }

    private Optional<String> held() {
        List<String> shuffled = new ArrayList<>(batches);
        Collections.shuffle(shuffled, random);
        return shuffled.stream().filter(model::holds).findFirst();
    }

    private String nextBatch() {
        return "b" + ++batchNumber;
    }

    private static String group(int entry) {
        // A few groups are much larger than the others.
        return "800" + (char) ('A' + (entry < ENTRIES / 2 ? 0 : entry % GROUPS));
    }

    private static QueueEntry entry(Model.Kept record) {
        return new QueueEntry(Fixture.id(record.entry()), record.group(), record.version(), "AD", record.attempts());
    }

    private static List<String> described(List<Model.Kept> records) {
        return records.stream()
                .map(record -> record.group() + " " + Fixture.id(record.entry()) + " " + record.version() + " "
                        + record.attempts())
                .toList();
    }

    private static String described(QueueEntry record) {
        return record.group() + " " + record.id() + " " + record.version() + " " + record.attempts();
    }
}
