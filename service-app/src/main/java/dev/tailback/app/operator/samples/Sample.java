package dev.tailback.app.operator.samples;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.operator.parked.ParkedGroup;
import dev.tailback.app.operator.sync.SyncView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The figures of one minute; of a longer time the highest of each, and all that was accepted in it.
 *
 * @param at when it begins
 * @param accepted entries Salesforce accepted in it
 * @param oldestAgeSeconds how long the oldest waiting or retrying entry waited; 0 while none did
 * @param inFlight records in workers' hands; empty while the queue could not be asked
 * @param apiUsed calls of the org in the last 24 hours, as Salesforce last told a worker
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Sample(
        Instant at,
        long waiting,
        long retrying,
        long parked,
        long accepted,
        long oldestAgeSeconds,
        Optional<Long> inFlight,
        Optional<Long> workers,
        Optional<Long> apiUsed,
        Optional<Long> apiLimit) {

    static Sample of(Instant minute, SyncView sync, long accepted) {
        return new Sample(
                minute,
                sync.waiting(),
                sync.retrying(),
                sync.parked().stream().mapToLong(ParkedGroup::count).sum(),
                accepted,
                sync.oldestWaitingSince()
                        .map(since ->
                                Math.max(0, Duration.between(since, minute).toSeconds()))
                        .orElse(0L),
                sync.queue().recordsInFlight(),
                sync.queue().available() ? Optional.of((long) sync.workers().size()) : Optional.empty(),
                sync.apiUsage().map(SyncView.ApiUsageView::used),
                sync.apiUsage().map(SyncView.ApiUsageView::limit));
    }
}
