package dev.tailback.app.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.SchemaCopy;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.switches.Switch;
import dev.tailback.localorg.switches.SwitchFile;
import dev.tailback.operatorcli.Org;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an org tells of open questions makes a second local org behave as the first one did. */
class QuestionsTest {

    private static final Map<String, String> UNUSUAL = new TreeMap<>(Map.of(
            "daily-calls", "15000",
            "identity-refused-status", "401",
            "newest-version", "64",
            "no-access-status", "400",
            "precondition-body", "empty",
            "roll-up-stamps", "last-modified",
            "too-many-records-status", "413",
            "unreadable-record", "record",
            "update-only-status", "405",
            "wrong-secret-status", "401"));

    @TempDir
    private Path directory;

    @Test
    void the_file_of_a_proof_on_an_unusual_org_makes_a_second_org_give_the_same_evidence() throws Exception {
        Proven first = proven("first", UNUSUAL);
        assertEquals(UNUSUAL, first.switches(), first.report()::toPrettyString);

        Proven second = proven("second", first.switches());

        assertEquals(UNUSUAL, second.switches());
        assertEquals(evidence(first.report()), evidence(second.report()));
    }

    @Test
    void an_org_as_it_usually_is_tells_the_best_guesses() throws Exception {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            for (Told told : TriedOrg.whole(org).prove().told()) {
                if (told.value().isPresent()) {
                    assertEquals(best(told.question().word()), told.value().get(), told::evidence);
                }
            }
        }
    }

    @Test
    void every_switch_of_the_local_org_is_told_or_it_is_said_why_not() {
        assertEquals(
                Arrays.stream(Switch.values()).map(Switch::word).sorted().toList(),
                Arrays.stream(Question.values()).map(Question::word).sorted().toList());
    }

    /** @param switches as the file has them */
    private record Proven(JsonNode report, Map<String, String> switches) {}

    private Proven proven(String name, Map<String, String> switches) throws IOException {
        Path own = Files.createDirectory(directory.resolve(name));
        try (LocalOrg org = new SchemaCopy(own).start(switches);
                Line line = Line.to(org.uri().toString())) {
            Path file = own.resolve("org.switches");
            TriedOrg contracts = TriedOrg.bare(org).withFulfilled();
            String report = command(
                    line,
                    "--json",
                    "--contract",
                    contracts.experiment().contract().id(),
                    "--fulfilled",
                    contracts.fulfilledId(),
                    "--sales-user",
                    "sales@tailback.local",
                    "--sales-password",
                    "local-org",
                    "--switches",
                    file.toString());
            return new Proven(TriedOrg.json(report), new TreeMap<>(SwitchFile.read(file)));
        }
    }

    private static String command(Line line, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "prove",
                "--url",
                line.bean(EmbeddedServer.class).getURL().toString(),
                "--user",
                "admin",
                "--password",
                "tailback"));
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new Org())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
        assertEquals(0, exit, out::toString);
        return out.toString();
    }

    /** Without what each run makes anew: its external ids and its reference. */
    private static String evidence(JsonNode report) {
        String all = report.path("promises").toPrettyString()
                + report.path("questions").toPrettyString();
        assertTrue(all.contains("USAGE_STALE"), all);
        return all.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("PROOF-[0-9A-F]{8}", "PROOF");
    }

    private static String best(String word) throws IOException {
        return switch (word) {
            case "newest-version" -> "67";
            case "daily-calls" -> "5000000";
            case "precondition-body" -> "error";
            case "roll-up-stamps" -> "system-modstamp";
            case "unreadable-record" -> "call";
            case "no-access-status", "identity-refused-status" -> "403";
            case "update-only-status" -> "404";
            case "too-many-records-status", "wrong-secret-status" -> "400";
            default -> throw new IOException("a proof does not tell " + word);
        };
    }
}
