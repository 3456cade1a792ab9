package dev.tailback.operatorcli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command of a proof sends, prints and writes. */
class ProveTest {

    private static final String REPORT =
            "{\"proof\":{\"reference\":\"PROOF-1\",\"organizationId\":\"00D1\",\"madeAt\":\"2026-11-29T15:00:00Z\","
                    + "\"notHeld\":0},\"promises\":[],\"questions\":["
                    + "{\"switch\":\"lock-wait\",\"value\":null,\"evidence\":\"No row was busy.\"},"
                    + "{\"switch\":\"no-access-status\",\"value\":\"400\",\"evidence\":\"A write\\nwithout: HTTP 400.\"}]}";

    @TempDir
    private Path directory;

    private final StringWriter said = new StringWriter();
    private HttpServer app;
    private String body = "";

    @BeforeEach
    void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/api/org/proofs", exchange -> {
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = REPORT.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        app.start();
    }

    @AfterEach
    void end() {
        app.stop(0);
    }

    @Test
    void what_the_org_told_becomes_a_file_of_switches_and_the_rest_a_comment() throws IOException {
        Path file = directory.resolve("org.switches");

        assertEquals(0, prove("--switches", file.toString()), said::toString);
        assertEquals("""
                # Makes a local org behave as 00D1 did in PROOF-1 at 2026-11-29T15:00:00Z.
                # ./tailback local-org --switches FILE, ./tailback demo --switches FILE

                # No row was busy.
                # lock-wait stays as it is

                # A write without: HTTP 400.
                no-access-status=400
                """, Files.readString(file));
        assertTrue(said.toString().contains("The org told 1 of 2 open questions;"), said::toString);
    }

    @Test
    void a_token_of_sales_goes_before_a_name() {
        prove("--sales-user", "sam@acme.com", "--sales-password", "secret", "--sales-token", "00D1!token");

        assertTrue(body.contains("\"salesToken\":\"00D1!token\""), body);
        assertFalse(body.contains("sam@acme.com"), body);
        assertFalse(said.toString().contains("token"), said::toString);
    }

    @Test
    void a_name_of_sales_goes_with_its_password() {
        prove("--sales-user", "sam@acme.com", "--sales-password", "secret");

        assertTrue(body.contains("\"salesUsername\":\"sam@acme.com\",\"salesPassword\":\"secret\""), body);
    }

    @Test
    void a_file_that_cannot_be_written_is_named() {
        assertEquals(2, prove("--switches", directory.toString()));
        assertTrue(said.toString().contains(directory + " cannot be written"), said::toString);
    }

    private int prove(String... options) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "prove",
                                "--url",
                                "http://127.0.0.1:" + app.getAddress().getPort(),
                                "--user",
                                "admin",
                                "--password",
                                "tailback",
                                "--contract",
                                "800000000000001AAA"),
                        Stream.of(options))
                .toArray(String[]::new);
        PrintWriter out = new PrintWriter(said);
        return new picocli.CommandLine(new Org()).setOut(out).setErr(out).execute(arguments);
    }
}
