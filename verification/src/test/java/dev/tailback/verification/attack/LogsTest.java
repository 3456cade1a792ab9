package dev.tailback.verification.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
    private static final String LINE = "2026-11-28T10:00:00.000Z INFO  Relay ";

    @TempDir
    Path directory;

    @Test
    void a_stack_trace_is_found() throws Exception {
        assertFound("without a time", LINE + "x\n\tat dev.tailback.Relay.move(Relay.java:1)\n");
    }

    @Test
    void a_password_is_found() throws Exception {
        assertFound("a secret", LINE + "refused " + Secrets.MARK + "\n");
    }

    @Test
    void a_line_that_a_caller_wrote_is_found() throws Exception {
        assertFound("forged", LINE + "x\n" + Hostile.FORGED + "line\n");
    }

    @Test
    void lines_as_they_should_be_are_not_found() throws Exception {
        assertEquals("", tableFor(LINE + "one\n" + LINE + "two\n"));
    }

    private void assertFound(String part, String text) throws Exception {
        String table = tableFor(text);
        assertTrue(table.contains(part), table);
    }

    private String tableFor(String text) throws Exception {
        Path log = Files.writeString(directory.resolve("service-app.log"), LINE + "begins\n");
        Logs logs = new Logs(List.of(log), new Secrets());
        Files.writeString(log, text, StandardOpenOption.APPEND);
        Findings findings = new Findings(directory, 1, new PrintStream(OutputStream.nullOutputStream()));
        logs.check(findings);
        return findings.table();
    }
}
