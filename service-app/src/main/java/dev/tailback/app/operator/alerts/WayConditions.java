package dev.tailback.app.operator.alerts;

import dev.tailback.app.operator.parked.ParkedGroup;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.app.operator.sync.SyncView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with the way to Salesforce, by the same figures that operators see. */
@Singleton
class WayConditions implements AlertSource {

    private final SyncReading reading;
    private final AlertSettings settings;
    private final Clock clock;

    WayConditions(SyncReading reading, AlertSettings settings, Clock clock) {
        this.reading = reading;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(AlertKind.OUTAGE, AlertKind.PAUSED, AlertKind.WAITING, AlertKind.PARKED, AlertKind.DIFFERENCES);
    }

    @Override
    public Optional<List<Condition>> now() {
        SyncView sync = reading.now();
        return Optional.of(Stream.concat(
                        Stream.of(outage(sync), paused(sync), waiting(sync), parked(sync), differences(sync))
                                .flatMap(Optional::stream),
                        held(sync))
                .toList());
    }

    private static Optional<Condition> outage(SyncView sync) {
        // The operator's pause comes first among the reasons.
        List<String> reasons = sync.pausedBecause().stream()
                .skip(sync.pause().paused() ? 1 : 0)
                .toList();
        return reasons.isEmpty()
                ? Optional.empty()
                : condition(
                        AlertKind.OUTAGE,
                        String.join(" ", reasons) + " " + (sync.waiting() + sync.retrying()) + " entries wait.",
                        1);
    }

    private Optional<Condition> paused(SyncView sync) {
        Instant since = sync.pause().at();
        return sync.pause().paused() && since != null && isOver(since, settings.pausedAfter())
                ? condition(
                        AlertKind.PAUSED,
                        "Paused by " + sync.pause().who() + " since " + since + ": "
                                + sync.pause().reason(),
                        1)
                : Optional.empty();
    }

    /** Each by itself: one may end while others last. */
    private Stream<Condition> held(SyncView sync) {
        return sync.holds().stream()
                .filter(hold -> isOver(hold.since(), settings.pausedAfter()))
                .map(hold -> new Condition(
                        AlertKind.PAUSED,
                        hold.held(),
                        hold.who() + " holds " + hold.held() + " since " + hold.since() + ": " + hold.reason() + " ("
                                + hold.entries() + " entries wait behind it).",
                        1));
    }

    private Optional<Condition> waiting(SyncView sync) {
        return sync.oldestWaitingSince()
                .filter(since -> isOver(since, settings.waitingAfter()))
                .flatMap(since -> condition(
                        AlertKind.WAITING,
                        "The oldest of " + (sync.waiting() + sync.retrying())
                                + " waiting and retrying entries waits since " + since + ".",
                        1));
    }

    private static Optional<Condition> parked(SyncView sync) {
        long all = sync.parked().stream().mapToLong(ParkedGroup::count).sum();
        String causes = sync.parked().stream()
                .map(group -> group.code() + " " + group.count())
                .collect(Collectors.joining(", "));
        return all == 0
                ? Optional.empty()
                : condition(AlertKind.PARKED, all + " entries are parked: " + causes + ".", all);
    }

    private static Optional<Condition> differences(SyncView sync) {
        return sync.reconciliation()
                .lastSuccess()
                .filter(run -> run.differences() > run.repaired())
                .flatMap(run -> condition(
                        AlertKind.DIFFERENCES,
                        "Reconciliation " + run.id() + " found " + run.differences() + " differences, of which "
                                + run.repaired() + " go out again.",
                        run.differences()));
    }

    private boolean isOver(Instant since, Duration limit) {
        return Duration.between(since, clock.instant()).compareTo(limit) >= 0;
    }

    private static Optional<Condition> condition(AlertKind kind, String message, long size) {
        return Optional.of(new Condition(kind, "", message, size));
    }
}
