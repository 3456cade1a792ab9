package dev.tailback.app.operator.alerts;

import dev.tailback.app.ledger.Ledger;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what is wrong now with what was known, and notes what people have to be told, in one transaction. */
@Singleton
class NoteAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(NoteAlerts.class);

    private final AlertRows alerts;
    private final MessageRows messages;
    private final Channels channels;
    private final Ledger ledger;
    private final AlertSettings settings;

    NoteAlerts(AlertRows alerts, MessageRows messages, Channels channels, Ledger ledger, AlertSettings settings) {
        this.alerts = alerts;
        this.messages = messages;
        this.channels = channels;
        this.ledger = ledger;
        this.settings = settings;
    }

    /** @param kinds those that {@code wrong} knows all about; others stay as they are */
    void note(Set<AlertKind> kinds, List<Condition> wrong, Instant now) {
        ledger.write(() -> {
            alerts.lock();
            List<OpenAlert> known = alerts.all().stream()
                    .map(AlertRows.Row::open)
                    .filter(alert -> kinds.contains(alert.kind()))
                    .toList();
            wrong.forEach(condition -> goesOn(condition, find(known, condition), now));
            known.stream()
                    .filter(alert -> wrong.stream().noneMatch(alert::isAbout))
                    .forEach(alert -> end(alert, now));
            return known.size();
        });
    }

    private static Optional<OpenAlert> find(List<OpenAlert> known, Condition condition) {
        return known.stream().filter(alert -> alert.isAbout(condition)).findFirst();
    }

    private void goesOn(Condition condition, Optional<OpenAlert> known, Instant now) {
        OpenAlert alert = known.map(before -> before.now(condition)).orElseGet(() -> OpenAlert.of(condition, now));
        Optional<Change> change = alert.due(settings, now);
        change.ifPresent(what -> tell(alert, what, alert.message(), now));
        OpenAlert noted = change.isPresent() ? alert.told(now) : alert;
        if (!known.equals(Optional.of(noted))) {
            alerts.write(
                    noted.kind(),
                    noted.subject(),
                    noted.since(),
                    noted.message(),
                    noted.size(),
                    noted.toldSize(),
                    noted.toldAt());
        }
    }

    private void end(OpenAlert alert, Instant now) {
        alerts.end(alert.kind(), alert.subject());
        if (alert.isTold()) {
            long minutes = Duration.between(alert.since(), now).toMinutes();
            tell(alert, Change.ENDED, "It is over after " + minutes + " min. It was: " + alert.message(), now);
        }
    }

    private void tell(OpenAlert alert, Change change, String message, Instant now) {
        LOG.info("Alert {} {}: {}", alert.kind().word(), change.word(), message);
        channels.kinds()
                .forEach(channel ->
                        messages.append(channel, alert.kind(), alert.subject(), change, message, alert.since(), now));
    }
}
