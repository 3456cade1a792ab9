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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands about the mapping send, print and end with. */
class OrgMappingTest {

    private static final String IN_USE =
            "{\"version\":3,\"name\":\"Orders\",\"at\":\"2026-11-29T10:00:00Z\",\"who\":\"ada\",\"note\":\"Our"
                    + " orders\",\"yaml\":\"mapping: 1\\n"
                    + "name: Orders\\u001b\\n"
                    + "\",\"changes\":[{\"about\":\"usage.units\",\"before\":\"Units__c\",\"after\":null}]}";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final StringWriter said = new StringWriter();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer app;
    private int status = 200;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String seen = exchange.getRequestHeaders().getFirst("If-Match");
            asked.add((call + " " + (seen == null ? "" : seen + " ") + body).strip());
            byte[] bytes = answers.getOrDefault(call, IN_USE).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(call.startsWith("GET") ? 200 : status, bytes.length);
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
    void show_prints_a_file_that_can_be_put() {
        assertEquals(0, mapping("show"));

        assertEquals(
                List.of(
                        "# Version 3, 'Orders', by ada at 2026-11-29T10:00:00Z: Our orders",
                        "mapping: 1",
                        "name: Orders "),
                said.toString().lines().toList());
    }

    @Test
    void versions_tell_who_and_why() {
        answers.put(
                "GET /api/org/mapping/versions?page=0",
                "{\"versions\":[{\"version\":1,\"at\":\"2026-11-29T10:00:00Z\",\"who\":\"ada\",\"note\":\"Ours\","
                        + "\"rolledBackTo\":0},{\"version\":0,\"at\":null,\"who\":null,\"note\":null,"
                        + "\"rolledBackTo\":null}],\"page\":0,\"more\":false}");

        assertEquals(0, mapping("versions"));
        assertTrue(
                said.toString().matches("(?s).*1 +2026-11-29T10:00:00Z +ada +0 +Ours.*0 +- +- +- +-\\s*"),
                said::toString);
    }

    @Test
    void diff_names_each_place() {
        assertEquals(0, mapping("diff", "3"));
        assertTrue(said.toString().matches("(?s).*usage\\.units +Units__c +-\\s*"), said::toString);
        assertEquals(List.of("GET /api/org/mapping/versions/3"), asked);
    }

    @Test
    void a_check_sends_the_file_and_ends_by_its_verdict() throws IOException {
        Path file = Files.writeString(directory.resolve("orders.yaml"), "mapping: 1\n");
        String path = "POST /api/org/mapping/check";
        answers.put(path, checked("usable"));
        assertEquals(0, mapping("check", file.toString()), said::toString);
        assertEquals("POST /api/org/mapping/check {\"yaml\":\"mapping: 1\\n\"}", asked.get(0));
        answers.put(path, checked("broken"));
        assertEquals(1, mapping("check", file.toString()));
        assertTrue(said.toString().contains("Mend: Name another."), said::toString);
        answers.put(path, checked("unknown"));
        assertEquals(1, mapping("check", file.toString()));
        assertTrue(
                said.toString().contains("Salesforce cannot be asked (UNREACHABLE): Nobody answers."), said::toString);
    }

    @Test
    void a_try_shows_what_would_be_read_and_sent() throws IOException {
        Path file = Files.writeString(directory.resolve("orders.yaml"), "mapping: 1\n");
        String value = "{\"idea\":\"contract.number\",\"field\":\"OrderNumber\",\"value\":\"0\\u001b[2J4711\"}";
        answers.put(
                "POST /api/org/mapping/dry-run",
                "{\"contractId\":\"801\",\"contract\":[" + value + "],\"lines\":[{\"id\":\"802\",\"values\":[]}],"
                        + "\"fulfilled\":true,\"sent\":\"{}\",\"notes\":[\"A note.\"]}");

        assertEquals(0, mapping("try", file.toString(), "--contract", "801000000000001"), said::toString);

        assertEquals(
                "POST /api/org/mapping/dry-run {\"yaml\":\"mapping: 1\\n\",\"recordId\":\"801000000000001\"}",
                asked.get(0));
        assertTrue(said.toString().contains("OrderNumber") && said.toString().contains("line 802"), said::toString);
        assertTrue(said.toString().contains("counts as fulfilled")
                && said.toString().contains("A note."));
        assertTrue(said.toString().indexOf('\u001b') < 0, "no steering of a terminal");
    }

    private static String checked(String verdict) {
        return "{\"name\":\"Orders\",\"verdict\":\"" + verdict
                + "\",\"code\":\"UNREACHABLE\",\"reason\":\"Nobody answers.\","
                + "\"findings\":[{\"severity\":\"broken\",\"about\":\"usage.units\",\"sentence\":\"No field.\","
                + "\"mend\":\"Name another.\"}],\"version\":3,\"changes\":[],\"movesUsage\":[]}";
    }

    @Test
    void put_and_roll_back_say_which_version_they_have_seen() throws IOException {
        Path file = Files.writeString(directory.resolve("orders.yaml"), "mapping: 1\n");

        assertEquals(0, mapping("put", file.toString(), "--note", "Our orders"), said::toString);
        assertEquals(
                "PUT /api/org/mapping \"3\" {\"yaml\":\"mapping: 1\\n"
                        + "\",\"note\":\"Our orders\",\"leaveReported\":false}",
                asked.get(1));
        assertEquals(0, mapping("roll-back", "1", "--note", "Back", "--leave-reported"), said::toString);
        assertEquals(
                "POST /api/org/mapping/roll-back \"3\" {\"version\":1,\"note\":\"Back\",\"leaveReported\":true}",
                asked.get(3));
        assertTrue(said.toString().contains("In use now: Version 3, 'Orders'"), said::toString);
    }

    @Test
    void a_refusal_is_one_sentence_and_a_missing_file_another() throws IOException {
        Path file = Files.writeString(directory.resolve("orders.yaml"), "mapping: 1\n");
        status = 409;
        answers.put("PUT /api/org/mapping", "{\"code\":\"mapping_broken\",\"detail\":\"No field.\"}");

        assertEquals(1, mapping("put", file.toString(), "--note", "x"));
        assertEquals("tailback: No field. (mapping_broken)", said.toString().strip());
        assertEquals(2, mapping("check", directory.resolve("none.yaml").toString()));
        assertTrue(said.toString().contains("cannot be read; name a file that is there"), said::toString);
        Files.write(file, new byte[] {(byte) 0xC3, 0x28});
        assertEquals(2, mapping("check", file.toString()));
        assertTrue(said.toString().contains("no text in UTF-8"), said::toString);
        assertEquals(2, mapping("put", file.toString()));
        assertTrue(said.toString().contains("--note"), said::toString);
    }

    private int mapping(String... words) {
        String[] connection = {
            "--url", "http://127.0.0.1:" + app.getAddress().getPort(), "--user", "ada", "--password", "tailback"
        };
        PrintWriter out = new PrintWriter(said, true);
        return new CommandLine(new OrgMapping())
                .setOut(out)
                .setErr(out)
                .execute(Stream.concat(Stream.of(words), Stream.of(connection)).toArray(String[]::new));
    }
}
