package dev.tailback.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WorkerReportsTest {
    private static final Instant SINCE = Instant.ofEpochMilli(1_800_000_000_000L);

    @Test
    void a_report_is_read_as_it_was_made_and_forgotten_after_30_seconds() {
        try (Fixture fixture = Fixture.onStandingClock()) {
            fixture.queue.operations().report(report("w1", Optional.of("away")));
            fixture.pass(Duration.ofSeconds(20));
            fixture.queue.operations().report(report("w2", Optional.empty()));
            assertEquals(
                    List.of(seen(report("w1", Optional.of("away")), 0), seen(report("w2", Optional.empty()), 20)),
                    fixture.queue.operations().workers());
            fixture.pass(Duration.ofSeconds(11));
            assertEquals(
                    List.of(seen(report("w2", Optional.empty()), 20)),
                    fixture.queue.operations().workers());
        }
    }

    @Test
    void a_report_nobody_can_read_hides_no_other() {
        try (Fixture fixture = Fixture.onStandingClock()) {
            fixture.queue.operations().report(report("w1", Optional.empty()));
            fixture.queue.operations().report(report("w2", Optional.empty()));
            fixture.redis().hset(Fixture.Q + ":reports", "w1", "{\"state\":\"DREAMING\"}");
            assertEquals(
                    List.of("w2"),
                    fixture.queue.operations().workers().stream()
                            .map(WorkerReport::workerId)
                            .toList());
        }
    }

    private static WorkerReport report(String worker, Optional<String> code) {
        return new WorkerReport(
                worker,
                WorkerState.OUTAGE,
                code,
                code.map(text -> "The other system does not answer."),
                SINCE,
                code.map(text -> SINCE.plusSeconds(5)),
                OptionalLong.of(120),
                OptionalLong.empty(),
                3,
                code.map(text -> new WorkerReport.Gathering(Duration.ofMillis(4_250), SINCE.plusSeconds(3_600))),
                SINCE);
    }

    private static WorkerReport seen(WorkerReport report, int seconds) {
        return new WorkerReport(
                report.workerId(),
                report.state(),
                report.code(),
                report.reason(),
                report.since(),
                report.nextProbeAt(),
                report.apiUsed(),
                report.apiLimit(),
                report.callsInFlight(),
                report.gathering(),
                SINCE.plusSeconds(seconds));
    }
}
