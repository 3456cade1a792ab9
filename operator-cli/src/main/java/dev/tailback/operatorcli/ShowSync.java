package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ops sync}: how the way to Salesforce is doing. */
@Command(
        name = "sync",
        description = "What waits, what failed, and whether anything holds the way up.",
        mixinStandardHelpOptions = true)
final class ShowSync implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Mixin
    private Span span;

    @Mixin
    private Watch watch;

    @Override
    public Integer call() {
        return watch.repeat(() -> connection.run(this::show));
    }

    /** With a time, the figures of each minute since then; without, those of now. */
    private int show(ServiceApp app, PrintWriter out) {
        if (span.since().isEmpty() && span.until().isEmpty()) {
            connection.show(out, app.get("/api/sync"), ShowSync::print);
        } else {
            String path = ServiceApp.path("/api/sync/samples", "since", span.since(), "until", span.until());
            connection.show(out, app.get(path), ShowSync::printSamples);
        }
        return 0;
    }

    private static void printSamples(PrintWriter out, JsonNode samples) {
        Table table = new Table("AT", "WAITING", "RETRYING", "PARKED", "ACCEPTED", "OLDEST", "WORKERS", "CALLS");
        samples.forEach(sample -> table.row(
                Text.time(sample.path("at")),
                Text.of(sample.path("waiting")),
                Text.of(sample.path("retrying")),
                Text.of(sample.path("parked")),
                Text.of(sample.path("accepted")),
                Text.of(sample.path("oldestAgeSeconds")) + " s",
                Text.of(sample.path("workers")),
                Text.of(sample.path("apiUsed"))));
        if (table.isEmpty()) {
            out.println("No figure was kept for this time.");
        } else {
            table.print(out);
        }
    }

    private static void print(PrintWriter out, JsonNode sync) {
        JsonNode oldest = sync.path("oldestWaitingSince");
        long parked = 0;
        for (JsonNode group : sync.path("parked")) {
            parked += group.path("count").asLong();
        }
        new Table("", "")
                .row(
                        "Waiting",
                        Text.of(sync.path("waiting"))
                                + (oldest.isTextual() ? ", the oldest since " + Text.ago(oldest) : ""))
                .row("Retrying", Text.of(sync.path("retrying")))
                .row("Parked", parked + (parked > 0 ? ": './tailback ops parked' says why" : ""))
                .row("Last success", Text.ago(sync.path("lastSuccess")))
                .row("Queue", queue(sync.path("queue")))
                .row("Workers", workers(sync.path("workers")))
                .row("Salesforce calls", calls(sync.path("apiUsage")))
                .row("Sending", sending(sync.path("gathering")))
                .row("Reconciled", reconciled(sync.path("reconciliation")))
                .row("Org", drift(sync.path("drift")))
                .print(out);
        if (!sync.path("holds").isEmpty()) {
            Hold.print(out, sync.path("holds"));
        }
        sync.path("drift").path("changes").forEach(change -> {
            String stops = change.path("stops").asText("");
            if (stops.equals("field") || stops.equals("reading")) {
                out.println("! " + Text.of(change.path("sentence")) + " " + Text.of(change.path("mend")));
            }
        });
        sync.path("pausedBecause").forEach(reason -> out.println("! " + Text.of(reason)));
    }

    private static String queue(JsonNode queue) {
        String state = Text.of(queue.path("state"));
        return !queue.path("available").booleanValue()
                ? state
                : state + ": " + Text.of(queue.path("waitingRecords")) + " ready, "
                        + Text.of(queue.path("recordsInFlight")) + " in flight, "
                        + Text.of(queue.path("delayedRecords")) + " delayed, "
                        + Text.of(queue.path("outcomesWaiting")) + " answers on their way back";
    }

    private static String workers(JsonNode workers) {
        StringBuilder all = new StringBuilder();
        workers.forEach(worker -> all.append(all.isEmpty() ? "" : ", ")
                .append(Text.of(worker.path("workerId")))
                .append(' ')
                .append(Text.of(worker.path("state"))));
        return all.isEmpty() ? "none heard of within 30 s" : all.toString();
    }

    private static String calls(JsonNode usage) {
        return usage.isObject() ? Text.of(usage.path("used")) + " of " + Text.of(usage.path("limit")) + " a day" : "-";
    }

    private static String sending(JsonNode gathering) {
        return gathering.isObject()
                ? "every " + Text.of(gathering.path("everySeconds")) + " s, so that the day's calls last until "
                        + Text.time(gathering.path("until"))
                : "at once";
    }

    private static String drift(JsonNode drift) {
        return switch (drift.path("state").asText("")) {
            case "none", "harmless" -> "as it was when the mapping was put in use";
            case "lossy", "breaking" -> "has changed: './tailback org drift' says what";
            default -> "not known whether it has changed";
        };
    }

    private static String reconciled(JsonNode reconciliation) {
        JsonNode last = reconciliation.path("lastSuccess");
        JsonNode failure = reconciliation.path("lastFailure");
        String found = last.isObject()
                ? Text.ago(last.path("endedAt")) + ", " + Text.of(last.path("differences")) + " differences"
                : "never";
        return failure.isObject() ? found + "; failed since: " + Text.of(failure.path("reason")) : found;
    }
}
