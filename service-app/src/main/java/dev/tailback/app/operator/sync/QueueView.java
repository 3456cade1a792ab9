package dev.tailback.app.operator.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.queue.QueueStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The queue in Redis at one moment.
 *
 * @param available whether Redis could be asked; if not, the rest is empty
 * @param state {@code open}, {@code shut} until it is rebuilt, {@code rebuilding}, {@code paused} by a person, {@code
 *     unavailable}, wholly or, with figures, in part, or {@code refusing}: it answers and takes nothing new, as when
 *     Redis is full
 * @param reason of a pause, or why the queue or a part of it does not answer or takes nothing new: the figures are then
 *     those of the rest
 * @param code {@code QUEUE_DOWN} when the queue, or a part of it, does not answer or takes nothing new
 * @param warnings what is set wrong in Redis and what to set instead, one sentence each
 * @param longestWaitSeconds how long the contract at the head has been ready
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record QueueView(
        boolean available,
        String state,
        Optional<String> reason,
        Optional<String> code,
        List<String> warnings,
        Optional<Instant> pausedSince,
        Optional<Long> readyContracts,
        Optional<Long> waitingRecords,
        Optional<Long> recordsInFlight,
        Optional<Long> delayedRecords,
        Optional<Long> longestWaitSeconds,
        Optional<Long> outcomesWaiting) {

    private static final String DOWN = "QUEUE_DOWN";

    static QueueView of(QueueStatus status) {
        return new QueueView(
                true,
                state(status),
                status.paused().map(QueueStatus.Pause::reason).or(() -> trouble(status)),
                trouble(status).map(reason -> DOWN),
                status.warnings(),
                status.paused().map(QueueStatus.Pause::since),
                Optional.of(status.readyGroups()),
                Optional.of(status.waitingEntries()),
                Optional.of(status.entriesInFlight()),
                Optional.of(status.delayedEntries()),
                status.longestWait().map(Duration::toSeconds),
                Optional.of(status.outcomesWaiting()));
    }

    static QueueView unavailable(String reason) {
        return new QueueView(
                false,
                "unavailable",
                Optional.of(reason),
                Optional.of(DOWN),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> trouble(QueueStatus status) {
        return status.unavailable().stream()
                .map(QueueStatus.Unavailable::reason)
                .findFirst()
                .or(status::refusal);
    }

    /** One word. */
    public static String state(QueueStatus status) {
        if (status.rebuilding()) {
            return "rebuilding";
        }
        if (!status.open()) {
            return "shut";
        }
        if (status.paused().isPresent()) {
            return "paused";
        }
        if (!status.unavailable().isEmpty()) {
            return "unavailable";
        }
        return status.refusal().isEmpty() ? "open" : "refusing";
    }
}
