package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ops reconcile}: proves that nothing is missing, or names what is. */
@Command(
        name = "reconcile",
        description = "Compares ledger and Salesforce, and names every difference. Ends with 1 while any remains.",
        mixinStandardHelpOptions = true)
final class Reconcile implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(
            names = "--contract",
            converter = Typed.Id.class,
            paramLabel = "ID",
            defaultValue = "",
            description = "One contract only.")
    private String contract;

    @Option(
            names = "--repair",
            description =
                    "Send our entries again that are missing, stale or tampered. A person decides about foreign and newer"
                            + " usage.")
    private boolean repair;

    @Option(names = "--last", description = "Compare nothing; show the last result.")
    private boolean last;

    @Option(
            names = {"--reason", "--why"},
            converter = Typed.Reason.class,
            paramLabel = "TEXT",
            defaultValue = "",
            description = "For the record; needed for a repair. --why is the old name.")
    private String reason;

    @Option(
            names = "--wait",
            converter = Typed.Wait.class,
            paramLabel = "TIME",
            defaultValue = "1m",
            description = "After a repair, wait so long for Salesforce's answers (${DEFAULT-VALUE}).")
    private Duration wait;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (repair && reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "Say why with --reason: a repair is recorded.");
        }
        return connection.run((app, out) -> {
            JsonNode run = last ? app.get("/api/sync/reconcile") : compared(app);
            connection.show(out, run, Reconcile::print);
            boolean equal = run.path("state").asText().equals("done")
                    && run.path("differences").asLong() == run.path("repaired").asLong();
            boolean known = run.path("repaired").asLong() == 0 || accepted(app, out, run);
            return equal && known ? 0 : 1;
        });
    }

    /** What was sent again is repaired only when Salesforce has accepted it. */
    private boolean accepted(ServiceApp app, PrintWriter out, JsonNode run) {
        String path = "/api/sync/reconcile/" + run.path("id").asLong();
        JsonNode now = last
                ? run.path("repairedNow")
                : Outcome.await(() -> app.get(path).path("repairedNow"), wait);
        if (now.isObject()) {
            connection.show(out, now, Outcome::print);
        }
        return now.isObject() && Outcome.isGood(now);
    }

    private JsonNode compared(ServiceApp app) {
        ObjectNode body =
                ServiceApp.body().put("repair", repair).put("reason", reason).put("contractId", contract);
        JsonNode run = app.post("/api/sync/reconcile", body);
        while (run.path("state").asText().equals("running")) {
            awhile();
            run = app.get("/api/sync/reconcile/" + run.path("id").asLong());
        }
        return run;
    }

    private static void awhile() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.beforeItBegan("interrupted; the comparison goes on, and 'ops sync' shows its result.");
        }
    }

    private static void print(PrintWriter out, JsonNode run) {
        if (!run.path("state").asText().equals("done")) {
            out.println("It failed: " + Text.of(run.path("reason")));
        }
        out.println(Text.of(run.path("entries")) + " entries and " + Text.of(run.path("held"))
                + " usage rows compared: " + differences(run) + ".");
        Table table = new Table("KIND", "ENTRY", "CONTRACT", "HERE", "IN SALESFORCE", "SENT AGAIN");
        run.path("found")
                .forEach(one -> table.row(
                        Text.of(one.path("kind")),
                        Text.of(one.path("entryId")),
                        Text.of(one.path("contractId")),
                        side(one.path("here")),
                        side(one.path("there")),
                        Text.yesNo(one.path("repaired"))));
        if (!table.isEmpty()) {
            table.print(out);
            advice(out, run.path("found"));
        }
        if (run.path("differences").asLong() > run.path("found").size()) {
            out.println("Only the first " + run.path("found").size() + " are shown.");
        }
    }

    private static String differences(JsonNode run) {
        StringBuilder counts = new StringBuilder();
        run.path("counts").properties().forEach(kind -> {
            if (kind.getValue().asLong() > 0) {
                counts.append(counts.isEmpty() ? "" : ", ")
                        .append(kind.getKey())
                        .append(' ')
                        .append(kind.getValue().asLong());
            }
        });
        return counts.isEmpty()
                ? "no difference"
                : counts + "; sent again " + run.path("repaired").asLong();
    }

    private static String side(JsonNode side) {
        return side.isObject()
                ? "v" + Text.of(side.path("version")) + ", " + Text.of(side.path("units")) + " units"
                        + (side.path("cancelled").booleanValue() ? " cancelled" : "") + " of "
                        + Text.of(side.path("contractProductId")) + ", " + Text.of(side.path("adReference"))
                : "nothing";
    }

    private static void advice(PrintWriter out, JsonNode found) {
        Set<String> told = new LinkedHashSet<>();
        found.forEach(one -> told.add(Text.of(one.path("kind")) + ": " + Text.of(one.path("whatNow"))));
        told.forEach(out::println);
    }
}
