package dev.tailback.app.operator.alerts;

import dev.tailback.app.drift.ChangeView;
import dev.tailback.app.drift.DriftReading;
import dev.tailback.app.drift.DriftView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells each change of the org that costs or stops something, with what to do about it. */
@Singleton
class DriftConditions implements AlertSource {

    private final DriftReading reading;

    DriftConditions(DriftReading reading) {
        this.reading = reading;
    }

    @Override
    public Set<AlertKind> kinds() {
        return Set.of(AlertKind.DRIFT);
    }

    /** Nothing is known while the org cannot be asked: what was told stays open then. */
    @Override
    public Optional<List<Condition>> now() {
        DriftView drift = reading.now();
        return drift.judged()
                ? Optional.of(drift.mattering().stream()
                        .map(DriftConditions::condition)
                        .toList())
                : Optional.empty();
    }

    private static Condition condition(ChangeView change) {
        return new Condition(AlertKind.DRIFT, change.about(), change.sentence() + " " + change.mend(), 1);
    }
}
