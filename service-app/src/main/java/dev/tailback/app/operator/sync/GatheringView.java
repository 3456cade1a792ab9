package dev.tailback.app.operator.sync;

import dev.tailback.queue.WorkerReport;
import dev.tailback.web.texts.Texts;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * While the org's calls of the day are scarce, the workers gather entries and send them less often.
 *
 * @param everySeconds about the time between two calls of all workers together
 * @param until so long the calls that are left must last; then more come back
 * @param sentence both, for people
 */
@Serdeable
public record GatheringView(double everySeconds, Instant until, String sentence) {

    private static final double WHOLE_SECONDS_FROM = 10;

    /** Empty while every worker sends at once. */
    static Optional<GatheringView> of(List<WorkerReport> workers) {
        List<WorkerReport.Gathering> gathering =
                workers.stream().flatMap(worker -> worker.gathering().stream()).toList();
        double callsPerSecond = gathering.stream()
                .mapToDouble(one -> 1000.0 / Math.max(1, one.every().toMillis()))
                .sum();
        return gathering.stream()
                .map(WorkerReport.Gathering::until)
                .min(Comparator.naturalOrder())
                .map(until -> of(rounded(1 / callsPerSecond), until));
    }

    private static GatheringView of(double everySeconds, Instant until) {
        Texts english = Texts.english();
        return new GatheringView(
                everySeconds, until, sentence(english, everySeconds) + " " + english.time(until) + ".");
    }

    /** In the reader's language; the time follows it. */
    public String in(Texts texts) {
        return sentence(texts, everySeconds);
    }

    private static String sentence(Texts texts, double everySeconds) {
        return texts.of("way.gathering", everySeconds);
    }

    private static double rounded(double seconds) {
        return seconds < WHOLE_SECONDS_FROM ? Math.round(seconds * 10) / 10.0 : Math.round(seconds);
    }
}
