package dev.tailback.app.doctor;

import dev.tailback.app.drift.ChangeView;
import dev.tailback.app.drift.DriftReading;
import dev.tailback.app.drift.DriftView;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.List;

/** Whether the org is as it was when the mapping was put in use, by the last look of any service app. */
@Singleton
@Order(7)
class DriftCheck implements Check {

    private static final String AREA = "Mapping";
    private static final String ABOUT = "drift";
    private static final String LOOK = "./tailback org drift --look looks now.";

    private final DriftReading reading;

    DriftCheck(DriftReading reading) {
        this.reading = reading;
    }

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public List<Line> look() {
        DriftView drift = reading.now();
        if (drift.matters()) {
            return drift.mattering().stream().map(DriftCheck::line).toList();
        }
        return List.of(drift.judged() ? held(drift) : unknown(drift));
    }

    private static Line line(ChangeView change) {
        Verdict verdict = change.weight().equals("breaking") ? Verdict.BROKEN : Verdict.LOSS;
        return Line.of(verdict, AREA, ABOUT, "Changed: " + change.sentence(), change.mend());
    }

    private static Line held(DriftView drift) {
        return Line.held(
                AREA,
                ABOUT,
                "The org is as it was when version " + drift.mappingVersion() + " of the mapping was put in use"
                        + (drift.changes().isEmpty() ? "." : ", but for changes that matter to nobody here."));
    }

    private static Line unknown(DriftView drift) {
        return drift.reason()
                .map(reason -> Line.of(
                        Verdict.UNKNOWN,
                        AREA,
                        ABOUT,
                        "Whether the org has changed could not be found out: " + reason,
                        LOOK))
                .orElseGet(() -> Line.of(
                        Verdict.HINT,
                        AREA,
                        ABOUT,
                        "Whether the org has changed since the mapping was put in use is looked at within a minute.",
                        LOOK));
    }
}
