package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code org prove}: tries on a test contract what the org must accept and refuse. */
@Command(
        name = "prove",
        description =
                "Tries on a test contract what the org must accept and refuse, with usage of its own that it cancels at"
                        + " the end. Role admin. Ends with 1 when a promise does not hold.",
        mixinStandardHelpOptions = true)
final class Prove implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Option(
            names = "--contract",
            converter = Typed.Id.class,
            paramLabel = "ID",
            required = true,
            description = "An open test contract with a product or more; with two, more can be tried.")
    private String contract;

    @Option(
            names = "--fulfilled",
            converter = Typed.Id.class,
            paramLabel = "ID",
            defaultValue = "",
            description = "A test contract with usage that is fulfilled; without it the lock is not tried.")
    private String fulfilled;

    @Mixin
    private SalesLogin sales;

    @Option(
            names = "--reason",
            converter = Typed.Reason.class,
            paramLabel = "TEXT",
            defaultValue = "",
            description = "For the record.")
    private String reason;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Keep the signed report here; './tailback ops verify FILE' proves that it is untouched.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--switches",
            paramLabel = "FILE",
            description = "Write here what makes a local org behave as this org did: 'local-org --switches FILE'.")
    private Optional<Path> switches = Optional.empty();

    @Override
    public Integer call() {
        return connection.run((app, printer) -> {
            String document = app.postForText("/api/org/proofs", body());
            JsonNode report = ServiceApp.parse(document);
            out.ifPresent(file -> keep(file, document));
            switches.ifPresent(file -> keep(file, SwitchFile.text(report)));
            connection.showText(printer, document, () -> print(printer, report));
            return report.path("proof").path("notHeld").asLong(1) == 0 ? 0 : 1;
        });
    }

    private ObjectNode body() {
        ObjectNode body = ServiceApp.body().put("contractId", contract);
        if (!fulfilled.isEmpty()) {
            body.put("fulfilledContractId", fulfilled);
        }
        sales.putInto(body);
        if (!reason.isBlank()) {
            body.put("reason", reason);
        }
        return body;
    }

    private static void keep(Path file, String document) {
        try {
            Files.write(file, document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw Refusal.beforeItBegan("the proof was made, but " + file
                    + " cannot be written. Name a file in a directory that is there, and prove again.");
        }
    }

    private static void print(PrintWriter printer, JsonNode report) {
        Table table = new Table("", "PROMISE", "EVIDENCE");
        report.path("promises")
                .forEach(promise -> table.row(
                        Text.of(promise.path("verdict")),
                        Text.of(promise.path("sentence")),
                        Text.of(promise.path("evidence"))));
        table.print(printer);
        JsonNode proof = report.path("proof");
        printer.println();
        printer.println(counts(proof));
        printer.println(Text.of(proof.path("remains")));
        printer.println();
        printer.println(SwitchFile.summary(report));
    }

    /** For the report of a proof, and for its verification. */
    static String counts(JsonNode proof) {
        return Text.of(proof.path("reference")) + " on contract " + Text.of(proof.path("contractNumber")) + ": "
                + Text.of(proof.path("held")) + " held, " + Text.of(proof.path("notHeld")) + " not held, "
                + Text.of(proof.path("notTried")) + " not tried.";
    }
}
