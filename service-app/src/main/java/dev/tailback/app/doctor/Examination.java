package dev.tailback.app.doctor;

import dev.tailback.app.readings.SharedReading;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes all checks side by side, within a time. One that fails or is late is a line, and takes no other along. */
@Singleton
public class Examination {

    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

    /** The operator's command waits longer; a check makes some calls of 5 s at most, one after the other. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Check> checks;
    private final ExecutorService threads;
    private final Clock clock;
    private final SharedReading<String, DoctorView> views = new SharedReading<>();

    Examination(List<Check> checks, @Named(TaskExecutors.BLOCKING) ExecutorService threads, Clock clock) {
        this.checks = checks;
        this.threads = threads;
        this.clock = clock;
    }

    /** Who asks at the same time shares it, since it costs some calls of the org's day. */
    public DoctorView now() {
        return views.read("now", () -> within(LIMIT));
    }

    DoctorView within(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Map<Check, Future<List<Line>>> started = new LinkedHashMap<>();
        checks.forEach(check -> started.put(check, threads.submit(check::look)));
        List<Line> lines = new ArrayList<>();
        started.forEach((check, looking) -> lines.addAll(await(check, looking, end - System.nanoTime(), limit)));
        return DoctorView.of(clock.instant(), lines);
    }

    private static List<Line> await(Check check, Future<List<Line>> looking, long nanos, Duration limit) {
        try {
            return looking.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            looking.cancel(true);
            return unknown(check, "This could not be found out within " + limit.toSeconds() + " s.", "Ask again.");
        } catch (ExecutionException failure) {
            LOG.error("The check of {} failed", check.area(), failure.getCause());
            return unknown(
                    check,
                    "This check failed by a fault of Tailback's own.",
                    "Look into the log of the service app, and report what it says.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return unknown(check, "The service app was stopped before this was found out.", "Start it again.");
        }
    }

    private static List<Line> unknown(Check check, String sentence, String mend) {
        return List.of(Line.of(Verdict.UNKNOWN, check.area(), "check", sentence, mend));
    }
}
