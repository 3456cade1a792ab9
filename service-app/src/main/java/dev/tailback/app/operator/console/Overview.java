package dev.tailback.app.operator.console;

import dev.tailback.app.layout.Fingerprint;
import dev.tailback.app.operator.alerts.AlertsView;
import dev.tailback.app.operator.sync.SyncView;
import java.util.List;

/**
 * The first page of the console.
 *
 * @param span how far back the graphs go
 * @param typed the reason that was typed, when it was refused
 */
public record Overview(Seat seat, SyncView sync, AlertsView alerts, List<Graph> graphs, String span, String typed) {

    /** Changes exactly when the figures that people see change. */
    public String fingerprint() {
        return Fingerprint.of(
                told(),
                alerts.undelivered(),
                sync.waiting(),
                sync.retrying(),
                sync.parked(),
                sync.lastSuccess(),
                sync.queue(),
                sync.workers().stream()
                        .map(worker -> worker.workerId() + worker.state() + worker.callsInFlight())
                        .toList(),
                sync.pause(),
                sync.holds(),
                sync.drift(),
                sync.apiUsage(),
                sync.gathering());
    }

    /** What is wrong for long enough: what ends by itself at once, such as a rebuild after a start, is no alert. */
    public List<AlertsView.Alert> told() {
        return alerts.alerts().stream().filter(AlertsView.Alert::told).toList();
    }

    /** Entries that Salesforce refuses for good. */
    public long parked() {
        return sync.parked().stream().mapToLong(group -> group.count()).sum();
    }

    public List<String> spans() {
        return List.of("1h", "6h", "24h", "7d");
    }
}
