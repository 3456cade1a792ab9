package dev.tailback.web.loops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every loop of this program, and how each is doing. */
@Singleton
public class Loops {

    private static final Logger LOG = LoggerFactory.getLogger(Loops.class);
    private static final int OUT_OF_ORDER = 70; // as sysexits.h numbers a fault inside a program

    private final List<Loop> all = new CopyOnWriteArrayList<>();
    private final LoopSettings settings;
    private final MeterRegistry registry;
    private final Clock clock;
    private final List<KnownFailure> knownFailures;

    Loops(LoopSettings settings, MeterRegistry registry, Clock clock, List<KnownFailure> knownFailures) {
        this.settings = settings;
        this.registry = registry;
        this.clock = clock;
        this.knownFailures = List.copyOf(knownFailures);
    }

    /**
     * Starts a loop; the caller closes it.
     *
     * @param name of the thread, and of the loop in logs, health and metrics
     * @param wake ends the wait that the step may be in, or makes its next one return at once
     */
    public Loop start(String name, Step step, Runnable wake) {
        Loop loop = Loop.start(name, step, wake, Loops::endProgram, knownFailures);
        all.add(loop);
        measure(loop);
        return loop;
    }

    private void measure(Loop loop) {
        FunctionCounter.builder("tailback.loop.failures", loop, of -> of.life().failures())
                .tag("loop", loop.name())
                .description("Turns that failed")
                .register(registry);
        TimeGauge.builder(
                        "tailback.loop.silent",
                        loop,
                        TimeUnit.SECONDS,
                        of -> of.life().silentFor().toMillis() / 1e3)
                .tag("loop", loop.name())
                .description("How long a sign of life is overdue")
                .register(registry);
        Gauge.builder("tailback.loop.stuck", loop, of -> isStuck(of) ? 1 : 0)
                .tag("loop", loop.name())
                .description("1 while the loop has not turned for longer than TAILBACK_LOOPS_STUCK_AFTER, or is dead")
                .register(registry);
    }

    /** In the order in which they were started. */
    public List<LoopView> views() {
        return all.stream().map(this::view).toList();
    }

    /** Those that have not turned for longer than they may. */
    public List<LoopView> stuck() {
        return all.stream().filter(this::isStuck).map(this::view).toList();
    }

    private LoopView view(Loop loop) {
        return LoopView.of(
                loop, isStuck(loop), clock.instant().minus(loop.life().sinceLastSign()));
    }

    private boolean isStuck(Loop loop) {
        return !loop.isAlive() || loop.life().silentFor().compareTo(settings.stuckAfter()) > 0;
    }

    /** No shutdown hook runs: it might need the very memory that is not there. */
    private static void endProgram(String loop, VirtualMachineError failure) {
        try {
            LOG.error("{} cannot continue; the program ends and must be started again", loop, failure);
        } finally {
            Runtime.getRuntime().halt(OUT_OF_ORDER);
        }
    }
}
