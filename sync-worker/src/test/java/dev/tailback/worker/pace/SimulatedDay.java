package dev.tailback.worker.pace;

import dev.tailback.salesforce.ApiUsage;
import dev.tailback.testkit.SettableClock;
import dev.tailback.worker.breaker.BreakerSettings;
import dev.tailback.worker.breaker.QuotaReserve;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A day of workers in virtual time, as the drain works: entries arrive at random, a worker with a free sender looks
 * whether the pace lets it take, takes what waits, up to a batch, and Salesforce answers after a while. Salesforce
 * counts the calls of the last 24 hours; others of the org use their part, as told for each second.
 */
final class SimulatedDay {
    static final int DAY = 86_400;
    static final int LIMIT = 100_000;
    static final long CALL_MS = 150;
    private static final int SENDERS = 4;
    private static final int BATCH = 200;
    private static final long LOOK_MS = 500;
    private static final int SPARE = 3_600;
    private static final int MOST_DELAY_MS = 600_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final SettableClock clock = new SettableClock();
    private final Random random = new Random(7);
    private final List<Worker> workers = new ArrayList<>();
    private final PriorityQueue<Call> running = new PriorityQueue<>(Comparator.comparing(Call::endsAt));
    private final Deque<Long> waiting = new ArrayDeque<>();
    private final Deque<Long> ours = new ArrayDeque<>();
    private final double[] othersUpTo = new double[3 * DAY + SPARE + 1];
    private final double perSecond;
    private long now;

    private final long[] delayed = new long[MOST_DELAY_MS + 1];
    final long[] callsOfHour = new long[2 * 24 + 2];
    final long[] entriesOfHour = new long[2 * 24 + 2];
    long arrived;
    long reported;
    double mostUsed;

    private record Call(long endsAt, Worker of, List<Long> arrivals) {}

    private static final class Worker {
        final Pace pace;
        int busy;
        long lookAt;

        Worker(Pace pace) {
            this.pace = pace;
        }
    }

    /** @param others their calls a second, at each second from the day before, from minus a day */
    SimulatedDay(double entriesPerSecond, IntToDoubleFunction others) {
        this.perSecond = entriesPerSecond;
        IntStream.range(0, 3 * DAY + SPARE)
                .forEach(second -> othersUpTo[second + 1] = othersUpTo[second] + others.applyAsDouble(second - DAY));
    }

    SimulatedDay workers(int number) {
        workers.clear();
        IntStream.range(0, number).forEach(i -> workers.add(new Worker(pace())));
        workers.forEach(worker -> worker.pace.shareWith(number));
        return this;
    }

    private Pace pace() {
        return new Pace(PaceSettings.standard(), new QuotaReserve(BreakerSettings.standard()), clock);
    }

    /** Until that second of the run; what waits then is not sent any more. */
    SimulatedDay runTo(int second) {
        long end = second * 1000L;
        long arrival = now + toNextArrival();
        while (now < end) {
            turn(arrival);
            if (now == arrival) {
                waiting.add(now);
                arrived++;
                entriesOfHour[hour()]++;
                arrival = now + toNextArrival();
            }
        }
        return this;
    }

    /** All that waits is sent; nothing more arrives. */
    SimulatedDay drain() {
        while (!waiting.isEmpty() || !running.isEmpty()) {
            turn(NEVER);
        }
        return this;
    }

    private void turn(long arrival) {
        long look = workers.stream().mapToLong(this::look).min().orElse(NEVER);
        long end = running.isEmpty() ? NEVER : running.peek().endsAt();
        long next = Math.min(arrival, Math.min(look, end));
        clock.advance(Duration.ofMillis(next - now));
        now = next;
        while (!running.isEmpty() && running.peek().endsAt() <= now) {
            ends(running.poll());
        }
    }

    /** When this worker acts next, if nothing else happens. */
    private long look(Worker worker) {
        while (!waiting.isEmpty() && worker.busy < SENDERS) {
            if (now < worker.lookAt && waiting.size() < BATCH) {
                return worker.lookAt;
            }
            Duration wait = worker.pace.untilNext();
            if (!wait.isZero() && waiting.size() < BATCH) {
                worker.pace.waits();
                worker.lookAt = now + Math.max(1, Math.min(LOOK_MS, wait.toMillis()));
                return worker.lookAt;
            }
            take(worker);
        }
        return NEVER;
    }

    private void take(Worker worker) {
        worker.pace.taken();
        worker.busy++;
        List<Long> batch = new ArrayList<>();
        while (!waiting.isEmpty() && batch.size() < BATCH) {
            batch.add(waiting.poll());
        }
        ours.add(now);
        callsOfHour[hour()]++;
        mostUsed = Math.max(mostUsed, used());
        running.add(new Call(now + CALL_MS, worker, batch));
    }

    private void ends(Call call) {
        call.of().busy--;
        call.of().pace.called();
        call.of().pace.told(Optional.of(new ApiUsage((long) used(), LIMIT)));
        call.arrivals().forEach(arrival -> delayed[(int) Math.min(MOST_DELAY_MS, now - arrival)]++);
        reported += call.arrivals().size();
    }

    private double used() {
        while (!ours.isEmpty() && ours.peek() <= now - DAY * 1000L) {
            ours.poll();
        }
        int second = (int) (now / 1000) + DAY;
        return ours.size() + othersUpTo[second] - othersUpTo[second - DAY];
    }

    private int hour() {
        return (int) (now / 3_600_000);
    }

    private long toNextArrival() {
        return 1 + (long) (-Math.log(1 - random.nextDouble()) * 1000 / perSecond);
    }

    Optional<Pace.Gathering> gathering() {
        return workers.get(0).pace.now();
    }

    long delayAt(double part) {
        long reached = 0;
        int millis = -1;
        while (reached < part * reported) {
            millis++;
            reached += delayed[millis];
        }
        return millis;
    }

    /** Writes per 1,000 entries, from one hour of the run to another. */
    double callsPerThousand(int from, int to) {
        long calls =
                IntStream.range(from, to).mapToLong(hour -> callsOfHour[hour]).sum();
        long entries =
                IntStream.range(from, to).mapToLong(hour -> entriesOfHour[hour]).sum();
        return 1000.0 * calls / entries;
    }
}
