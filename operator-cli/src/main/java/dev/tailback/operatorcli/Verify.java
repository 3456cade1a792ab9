package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ops verify}: proves that a close statement or the proof of an org is as it was signed, or that a CSV is the one
 * that its statement names.
 */
@Command(
        name = "verify",
        description =
                "Proves that the file of a close statement, or of a proof of the org, is untouched. Ends with 1 when it"
                        + " is not.",
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {

    private static final long MOST_BYTES = 200_000_000;

    @Mixin
    private Connection connection;

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "FILE",
            description = "A statement or proof as JSON, or the CSV of a statement with --statement.")
    private Path file;

    @Option(names = "--statement", paramLabel = "FILE", description = "The statement as JSON, where FILE is its CSV.")
    private Path statement;

    @Option(
            names = "--key",
            converter = Typed.Credential.class,
            paramLabel = "KEY",
            description =
                    "A public key you trust, in Base64; may be given again. Without it, the service app is asked.")
    private List<String> keys = new ArrayList<>();

    @Override
    public Integer call() {
        if (!keys.isEmpty()) {
            return checked(keys, command.commandLine().getOut());
        }
        return connection.run((app, out) -> {
            List<String> known = new ArrayList<>();
            app.get("/api/finance/statement-keys")
                    .path("keys")
                    .forEach(key -> known.add(key.path("publicKey").asText()));
            return checked(known, out);
        });
    }

    private int checked(List<String> known, PrintWriter out) {
        try {
            verify(known, out);
            return 0;
        } catch (Refusal refusal) {
            command.commandLine().getErr().println("tailback: " + Text.plain(String.valueOf(refusal.getMessage())));
            return refusal.exitCode();
        } finally {
            out.flush();
        }
    }

    private void verify(List<String> known, PrintWriter out) {
        SignedStatement signed = proved(statement == null ? file : statement, known);
        JsonNode document = ServiceApp.parse(signed.json());
        JsonNode head = document.path("statement");
        if (statement != null) {
            requireCsv(head);
        }
        if (document.path("proof").isObject()) {
            printProof(out, document.path("proof"));
        } else {
            print(out, head);
        }
        out.println("Signed with " + signed.publicKey());
    }

    private SignedStatement proved(Path path, List<String> known) {
        SignedStatement signed = SignedStatement.of(bytes(path))
                .orElseThrow(() -> Refusal.byTheServiceApp(path
                        + " does not have the form of a close statement or a proof: it was changed, or it is another file. The CSV"
                        + " of a statement is proved with --statement."));
        if (!signed.isBy(known)) {
            throw Refusal.byTheServiceApp(path + " is signed with a key that is not known: " + signed.publicKey()
                    + ". Tailback did not make it, unless that key is one of yours.");
        }
        if (!signed.isUntouched()) {
            throw Refusal.byTheServiceApp(
                    path + " was changed after it was signed. Get it again from the service app.");
        }
        return signed;
    }

    private void requireCsv(JsonNode head) {
        if (!sha256(bytes(file)).equals(head.path("csvSha256").asText())) {
            throw Refusal.byTheServiceApp(file + " is not the CSV of statement " + Text.of(head.path("number"))
                    + ", or it was changed. Get it again from the service app.");
        }
    }

    private static void printProof(PrintWriter out, JsonNode proof) {
        out.println("Untouched: proof " + Prove.counts(proof) + " Made by " + Text.of(proof.path("madeBy")) + " at "
                + Text.time(proof.path("madeAt")) + " in org " + Text.of(proof.path("organizationId")) + ".");
    }

    private static void print(PrintWriter out, JsonNode head) {
        out.println("Untouched: statement " + Text.of(head.path("number")) + ", closed by "
                + Text.of(head.path("closedBy")) + " at " + Text.time(head.path("closedAt")) + ", "
                + Text.of(head.path("lines")) + " lines.");
        head.path("sums")
                .forEach(sum -> out.println("Sum: " + Text.of(sum.path("amount")) + " " + Text.of(sum.path("currency"))
                        + " for " + Text.of(sum.path("units")) + " units."));
        if (!head.path("unresolved").isEmpty()) {
            out.println("Closed with " + head.path("unresolved").size() + " things unresolved: "
                    + Text.of(head.path("reason")));
        }
    }

    private static byte[] bytes(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw Refusal.beforeItBegan(path + " is larger than any statement.");
            }
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw Refusal.beforeItBegan(path + " cannot be read. Name a file that is there.");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
