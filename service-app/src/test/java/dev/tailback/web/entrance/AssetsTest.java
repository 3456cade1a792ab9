package dev.tailback.web.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read, and only those that are meant to be. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetsTest implements TestPropertyProvider {
    private static final String FILE = "/assets/pico.min.css";

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        return AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void a_file_is_read(String method) {
        assertEquals(200, Caller.anonymous(server).send(method, FILE, null, "").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "TRACE"})
    void every_other_method_is_refused(String method) {
        for (Caller caller : new Caller[] {Caller.anonymous(server), Caller.as("admin", server)}) {
            HttpResponse<String> answer = caller.send(method, FILE, null, "");
            assertEquals(405, answer.statusCode(), answer.body());
            assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElse(""));
            assertTrue(answer.body().contains("\"code\":\"method_not_allowed\""), answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../application.yml",
                "/assets/..%2fapplication.yml",
                "/assets/%2e%2e/application.yml",
                "/assets/..%5capplication.yml",
                "/assets/....//application.yml",
                "/assets//application.yml",
                "/assets/..;/application.yml",
                "/assets/%2e%2e%2f%2e%2e%2fetc/passwd",
                "/assets//etc/passwd",
                "/assets/file:/etc/passwd",
                "/assets/",
                "/assets"
            })
    void nothing_else_is_handed_out_and_nothing_is_listed(String path) throws IOException {
        try (RawConnection connection = new RawConnection(server, "127.0.0.1")) {
            String answer = connection
                    .send("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n")
                    .answer();
            assertTrue(answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 30"), answer);
            assertFalse(answer.contains("micronaut:"), answer);
            assertFalse(answer.contains("pico"), answer);
        }
    }
}
