package dev.tailback.localorg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @TempDir
    private Path folder;

    private static void refused(String sentence, String... arguments) throws Exception {
        ends(2, sentence, arguments);
    }

    private static void ends(int exitCode, String sentence, String... arguments) throws Exception {
        Process process = OrgProcess.start(arguments);
        String errors = OrgProcess.errors(process);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(exitCode, process.exitValue());
        assertTrue(errors.contains(sentence), errors);
        assertEquals(1, errors.lines().count(), errors);
    }

    @Test
    void bad_arguments_end_with_one_sentence_and_2() throws Exception {
        refused("Unknown option: '--fast'", "--fast");
        refused("'many' is not a number from 0 to 65535", "--port", "many");
        refused("none: there is no such directory of metadata", "--source", "none");
        refused(
                "There is no directory or plan nowhere to take the seed from.",
                "--port",
                "0",
                "--source",
                Orchard.SOURCE.toString(),
                "--seed",
                "nowhere");
    }

    @Test
    void a_file_of_switches_sets_them_and_a_single_switch_goes_before_it() throws Exception {
        Path file = Files.writeString(
                folder.resolve("acme.switches"), "# An org\n\nno-access-status=400\nnewest-version = 70\n");
        Process process = OrgProcess.start(
                "--port",
                "0",
                "--source",
                Orchard.SOURCE.toString(),
                "--switches",
                file.toString(),
                "--switch",
                "newest-version=66");
        try {
            var switches = Client.as("admin", OrgProcess.address(process))
                    .get("/local-org/switches")
                    .body();
            assertEquals("400", switches.path("no-access-status").asText());
            assertEquals("66", switches.path("newest-version").asText());
            assertEquals("500", switches.path("locked-row-status").asText());
        } finally {
            process.destroy();
        }
    }

    @Test
    void a_broken_file_of_switches_ends_with_the_line() throws Exception {
        Path file = Files.writeString(folder.resolve("acme.switches"), "# An org\nno-access-status=200\n");
        refused(
                "acme.switches, line 2: The switch no-access-status is a whole number from 400 to 599, not '200'.",
                "--switches",
                file.toString());
    }

    @Test
    void a_taken_port_ends_with_one_sentence_and_3() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            ends(
                    3,
                    "Port " + taken.getLocalPort() + " of 127.0.0.1 is already in use",
                    "--port",
                    "" + taken.getLocalPort(),
                    "--source",
                    Orchard.SOURCE.toString());
        }
    }

    @Test
    void a_broken_seed_ends_with_the_file_and_the_record() throws Exception {
        Files.writeString(folder.resolve("plan.json"), "[{\"sobject\":\"Orchard__c\",\"files\":[\"o.json\"]}]");
        Files.writeString(
                folder.resolve("o.json"),
                "{\"records\":[{\"attributes\":{\"type\":\"Orchard__c\",\"referenceId\":\"O1\"},\"Region__c\":\"@Nowhere\"}]}");
        refused(
                "o.json cannot be imported: no record before this one is called Nowhere.",
                "--port",
                "0",
                "--source",
                Orchard.SOURCE.toString(),
                "--seed",
                folder.toString());
        Files.writeString(folder.resolve("o.json"), "[{\"attributes\":{\"referenceId\":\"O1\"},\"Name\":\"x\"}]");
        refused(
                "o.json cannot be imported: the record O1 was refused: Required fields are missing: [Region__c].",
                "--port",
                "0",
                "--source",
                Orchard.SOURCE.toString(),
                "--seed",
                folder.toString());
        Files.writeString(folder.resolve("plan.json"), "[");
        refused(
                "plan.json cannot be imported",
                "--port",
                "0",
                "--source",
                Orchard.SOURCE.toString(),
                "--seed",
                folder.toString());
    }

    @Test
    void starts_with_one_line_leaves_drafts_when_told_and_stops_when_asked() throws Exception {
        Process process = OrgProcess.start(
                "--port",
                "0",
                "--source",
                Orchard.SOURCE.toString(),
                "--seed",
                Orchard.SEED.toString(),
                "--no-activate-contracts");
        try {
            Client admin = Client.as("admin", OrgProcess.address(process));
            assertEquals("Draft", admin.first("SELECT Status FROM Contract").get(0));
        } finally {
            process.destroy();
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    }
}
