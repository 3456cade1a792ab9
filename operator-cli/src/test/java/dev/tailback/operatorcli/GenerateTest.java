package dev.tailback.operatorcli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of an answer are written into a new directory, and nowhere else. */
class GenerateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path place;

    private final StringWriter said = new StringWriter();
    private final ObjectNode answer = JSON.createObjectNode();
    private HttpServer app;
    private JsonNode asked = JSON.createObjectNode();

    @BeforeEach
    void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/api/org/generate", exchange -> {
            asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
            byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
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
    void the_files_are_written_and_what_differs_is_said() throws IOException {
        file("README.md", "Read me.");
        file("force-app/main/default/objects/A__c/A__c.object-meta.xml", "<x/>");
        answer.putArray("costs").add("No price.");
        answer.putArray("kept").add("The field A__c.B__c is there already.");

        assertEquals(0, generate(place.resolve("new")), said::toString);

        assertEquals("Read me.", Files.readString(place.resolve("new/README.md")));
        assertTrue(Files.exists(place.resolve("new/force-app/main/default/objects/A__c/A__c.object-meta.xml")));
        assertTrue(said.toString().contains("2 files are in"), said::toString);
        assertTrue(said.toString().contains("- No price."), said::toString);
        assertTrue(said.toString().contains("- The field A__c.B__c is there already."), said::toString);
    }

    @Test
    void what_is_wanted_is_sent() throws IOException {
        file("README.md", "");
        Path mapping = Files.writeString(place.resolve("mapping.yaml"), "mapping: 1\n");

        generate(
                place.resolve("new"),
                "--mapping",
                mapping.toString(),
                "--usage-object",
                "Use__c",
                "--prefix",
                "Acme_",
                "--lookup");

        assertEquals(
                JSON.readTree(
                        "{\"lookup\":true,\"yaml\":\"mapping: 1\\n\",\"usageObject\":\"Use__c\",\"prefix\":\"Acme_\"}"),
                asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../stolen", "a/../../stolen", "/tmp/generate-stolen", "..\\stolen", "", ".", "a\u0000b"})
    void a_file_that_would_leave_the_directory_stops_all(String path) {
        file("README.md", "");
        file(path, "evil");

        assertEquals(1, generate(place.resolve("new")), said::toString);

        assertTrue(said.toString().contains("so nothing was written"), said::toString);
        assertEquals(List.of(), found());
    }

    @Test
    void a_file_that_is_there_twice_stops_all() {
        file("a/../README.md", "one");
        file("README.md", "two");

        assertEquals(1, generate(place.resolve("new")));
        assertEquals(List.of(), found());
    }

    @Test
    void a_directory_with_something_in_it_is_left_alone_and_nobody_is_asked() throws IOException {
        file("README.md", "new");
        Path mine = Files.writeString(place.resolve("README.md"), "mine");

        assertEquals(2, generate(place));
        assertEquals(2, generate(mine));

        assertEquals("mine", Files.readString(mine));
        assertTrue(asked.isEmpty());
        assertTrue(said.toString().contains("is not empty: name a directory that is new or empty."), said::toString);
        assertTrue(said.toString().contains("is a file"), said::toString);
    }

    @Test
    void an_answer_without_files_is_refused() {
        assertEquals(1, generate(place.resolve("new")));
        assertFalse(Files.exists(place.resolve("new")));
    }

    private void file(String path, String content) {
        answer.withArray("/files").addObject().put("path", path).put("content", content);
    }

    /** Every file below the place, by name. */
    private List<String> found() {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int generate(Path out, String... options) {
        String url = "http://127.0.0.1:" + app.getAddress().getPort();
        String[] words = Stream.concat(
                        Stream.of("org", "generate", "--out", out.toString(), "--url", url),
                        Stream.concat(Stream.of("--user", "admin", "--password", "tailback"), Stream.of(options)))
                .toArray(String[]::new);
        PrintWriter print = new PrintWriter(said, true);
        return Operate.commandLine(words).setOut(print).setErr(print).execute(Operate.words(words));
    }
}
