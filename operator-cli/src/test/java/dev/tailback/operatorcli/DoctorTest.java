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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the doctor's command prints and ends with. */
class DoctorTest {

    private final StringWriter said = new StringWriter();
    private HttpServer app;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/api/org/doctor", exchange -> {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
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
    void an_org_that_is_sound_ends_with_0() {
        answer = "{\"sound\":true,\"lines\":[{\"area\":\"Redis\",\"about\":\"version\",\"verdict\":\"held\","
                + "\"sentence\":\"Redis 7 answers.\",\"mend\":null}]}";

        assertEquals(0, doctor(), said::toString);
        assertTrue(said.toString().matches("(?s).*held +Redis +version +Redis 7 answers\\..*"), said::toString);
        assertTrue(said.toString().contains("Nothing is broken."), said::toString);
    }

    @Test
    void what_is_broken_is_told_with_its_mend_and_ends_with_1() {
        answer = "{\"sound\":false,\"lines\":[{\"area\":\"Mapping\",\"about\":\"usage.units\","
                + "\"verdict\":\"broken\",\"sentence\":\"No field.\",\"mend\":\"Name\\u001b one.\"}]}";

        assertEquals(1, doctor());
        assertTrue(said.toString().matches("(?s).*broken +Mapping +usage\\.units +No field\\..*"), said::toString);
        assertTrue(said.toString().contains("Name  one."), said::toString);
    }

    @Test
    void json_is_printed_as_it_is() {
        answer = "{\"sound\":true,\"lines\":[]}";

        assertEquals(0, doctor("--json"));
        assertEquals(answer, said.toString().strip());
    }

    @Test
    void a_refusal_is_one_sentence() {
        status = 403;
        answer = "{\"code\":\"forbidden\",\"detail\":\"Your role may not.\"}";

        assertEquals(1, doctor());
        assertEquals("tailback: Your role may not. (forbidden)", said.toString().strip());
    }

    private int doctor(String... options) {
        String url = "http://127.0.0.1:" + app.getAddress().getPort();
        String[] words = Stream.concat(
                        Stream.of("org", "doctor", "--url", url, "--user", "admin", "--password", "tailback"),
                        Stream.of(options))
                .toArray(String[]::new);
        PrintWriter out = new PrintWriter(said, true);
        return Operate.commandLine(words).setOut(out).setErr(out).execute(Operate.words(words));
    }
}
