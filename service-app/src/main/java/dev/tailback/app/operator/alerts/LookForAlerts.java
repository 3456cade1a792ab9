package dev.tailback.app.operator.alerts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Asks every source what is wrong, when it is this service app's turn. */
@Singleton
class LookForAlerts {

    private final List<AlertSource> sources;
    private final AlertRows alerts;
    private final NoteAlerts note;
    private final AlertSettings settings;
    private final Clock clock;

    LookForAlerts(List<AlertSource> sources, AlertRows alerts, NoteAlerts note, AlertSettings settings, Clock clock) {
        this.sources = List.copyOf(sources);
        this.alerts = alerts;
        this.note = note;
        this.settings = settings;
        this.clock = clock;
    }

    void round() {
        Instant now = clock.instant();
        if (alerts.takeTurn(now, now.plus(settings.every())) > 0) {
            sources.forEach(
                    source -> source.now().ifPresent(wrong -> note.note(source.kinds(), wrong, clock.instant())));
        }
    }
}
