package dev.tailback.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.queue.QueueStatus;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The queue in Redis at one moment.
 *
 * @param available whether Redis could be asked; if not, the rest is empty
 * @param state {@code open}, {@code shut} until it is rebuilt, {@code rebuilding}, {@code paused} by a person, or {@code unavailable}, wholly or,
 *     with figures, in part
 * @param reason of a pause, or why the queue or a part of it does not answer: the figures are then those of the rest
 * @param longestWaitSeconds how long the contract at the head has been ready
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record QueueView(
        boolean available,
        String state,
        Optional<String> reason,
        Optional<Instant> pausedSince,
        Optional<Long> readyContracts,
        Optional<Long> waitingRecords,
        Optional<Long> recordsInFlight,
        Optional<Long> delayedRecords,
        Optional<Long> longestWaitSeconds,
        Optional<Long> outcomesWaiting) {

    static QueueView of(QueueStatus status) {
        return new QueueView(
                true,
                state(status),
                status.paused()
                        .map(QueueStatus.Pause::reason)
                        .or(() -> status.unavailable().stream()
                                .map(QueueStatus.Unavailable::reason)
                                .findFirst()),
                status.paused().map(QueueStatus.Pause::since),
                Optional.of(status.readyContracts()),
                Optional.of(status.waitingRecords()),
                Optional.of(status.recordsInFlight()),
                Optional.of(status.delayedRecords()),
                status.longestWait().map(Duration::toSeconds),
                Optional.of(status.outcomesWaiting()));
    }

    static QueueView unavailable(String reason) {
        return new QueueView(
                false,
                "unavailable",
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
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
        return status.unavailable().isEmpty() ? "open" : "unavailable";
    }
}
