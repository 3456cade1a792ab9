package dev.tailback.app.operator.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.queue.WorkerReport;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a worker last said of itself. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WorkerView(
        String workerId,
        String state,
        Optional<String> code,
        Optional<String> reason,
        Instant since,
        Optional<Instant> nextProbeAt,
        int callsInFlight,
        Instant seenAt) {

    static WorkerView of(WorkerReport report) {
        return new WorkerView(
                report.workerId(),
                report.state().name().toLowerCase(Locale.ROOT),
                report.code(),
                report.reason(),
                report.since(),
                report.nextProbeAt(),
                report.callsInFlight(),
                report.seenAt());
    }
}
