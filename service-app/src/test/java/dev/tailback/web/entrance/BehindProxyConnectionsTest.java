package dev.tailback.web.entrance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A proxy of ours brings many people, so its connections count in all only. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindProxyConnectionsTest implements TestPropertyProvider {
    private static final String HEALTH = "GET /health/liveness HTTP/1.1\r\nHost: test\r\n\r\n";

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
        properties.put("tailback.trusted-proxies", "127.0.0.5");
        properties.put("http.most-connections", "30");
        properties.put("http.most-connections-per-address", "3");
        return properties;
    }

    @Test
    void a_trusted_proxy_may_have_all_connections_and_others_their_share() throws IOException {
        List<RawConnection> open = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                open.add(new RawConnection(server, "127.0.0.5").send(HEALTH));
            }
            for (RawConnection connection : open) {
                assertTrue(connection.answer().startsWith("HTTP/1.1 200"));
            }
            for (int i = 0; i < 4; i++) {
                open.add(new RawConnection(server, "127.0.0.6"));
                String answer = open.get(open.size() - 1).send(HEALTH).answer();
                assertTrue(answer.startsWith(i < 3 ? "HTTP/1.1 200" : "HTTP/1.1 503"), answer);
            }
        } finally {
            for (RawConnection connection : open) {
                connection.close();
            }
        }
    }
}
