package dev.tailback.operatorcli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code org mapping suggest} asks, prints and writes. */
class SuggestMappingTest {

    private static final String OBJECTS = """
            {"contractObjects":[{"object":"Order","confidence":"likely","reasons":[{"sentence":"its name says order"}]}],
             "lineObjects":[],"usageObjects":[],"ideas":[],"file":null,"sample":""}
            """;

    private static final String FIELDS = """
            {"contractObjects":[],"lineObjects":[],"usageObjects":[],"sample":"Values of Order 801.","file":"mapping: 1\\n",
             "ideas":[
              {"idea":"contract.number","meaning":"m","required":true,"cost":null,"written":false,"kept":"Nr__c",
               "candidates":[]},
              {"idea":"usage.version","meaning":"which correction it is","required":true,"cost":null,"written":true,
               "kept":null,"candidates":[]},
              {"idea":"usage.units","meaning":"m","required":true,"cost":null,"written":true,"kept":null,"candidates":[
               {"field":"Menge__c","type":"double","calculated":false,"updateable":true,"externalId":false,
                "confidence":"sure","sample":"3\\u001b[2J","reasons":[{"sentence":"another word for it: menge = units"}]}]}]}
            """;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final StringWriter said = new StringWriter();
    private HttpServer app;
    private volatile String answer = OBJECTS;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
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
    void without_objects_it_asks_for_objects_and_says_why() {
        assertEquals(0, suggest());

        assertEquals(List.of("GET /api/org/mapping/suggestions"), asked);
        assertTrue(said.toString().contains("Order   likely    its name says order"), said::toString);
    }

    @Test
    void fields_are_shown_with_what_is_kept_and_what_is_missing() {
        answer = FIELDS;

        assertEquals(0, suggest("--contract", "Order", "--line", "OrderItem", "--usage", "Use__c"));

        assertEquals(
                List.of(
                        "GET /api/org/mapping/suggestions?contractObject=Order&lineObject=OrderItem&usageObject=Use__c"),
                asked);
        String table = said.toString();
        assertTrue(table.contains("contract.number *  Nr__c"), table);
        assertTrue(table.contains("no field is right, and it is required: which correction it is"), table);
        assertTrue(table.contains("double, written"), table);
        assertTrue(table.contains("another word for it: menge = units"), table);
        assertTrue(table.indexOf('\u001b') < 0, table);
    }

    @Test
    void the_file_is_written_once_and_never_over_another() throws IOException {
        Path file = directory.resolve("mapping.yaml");
        answer = FIELDS;

        assertEquals(0, suggest("--contract", "Order", "--line", "OrderItem", "--write", file.toString()));
        assertEquals("mapping: 1\n", Files.readString(file));
        Files.writeString(file, "mine");
        assertEquals(2, suggest("--contract", "Order", "--line", "OrderItem", "--write", file.toString()));
        assertEquals("mine", Files.readString(file));
        assertTrue(said.toString().contains("is there already"), said::toString);
    }

    @Test
    void there_is_no_file_before_objects_are_chosen() {
        assertEquals(2, suggest("--write", directory.resolve("mapping.yaml").toString()));
        assertTrue(said.toString().contains("choose --contract and --line first"), said::toString);
    }

    private int suggest(String... arguments) {
        String url = "http://127.0.0.1:" + app.getAddress().getPort();
        String[] all = Stream.concat(
                        Stream.of("--url", url, "--user", "ada", "--password", "secret"), Stream.of(arguments))
                .toArray(String[]::new);
        return new CommandLine(new SuggestMapping())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(all);
    }
}
