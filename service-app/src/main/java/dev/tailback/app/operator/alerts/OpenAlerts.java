package dev.tailback.app.operator.alerts;

import jakarta.inject.Singleton;
import java.util.Locale;

/** Reads what is wrong now. */
@Singleton
public class OpenAlerts {

    private final AlertRows alerts;
    private final MessageRows messages;
    private final Channels channels;

    OpenAlerts(AlertRows alerts, MessageRows messages, Channels channels) {
        this.alerts = alerts;
        this.messages = messages;
        this.channels = channels;
    }

    public AlertsView now() {
        return new AlertsView(
                alerts.all().stream()
                        .map(row -> AlertsView.Alert.of(row.open()))
                        .toList(),
                channels.kinds().stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList(),
                messages.undelivered());
    }
}
