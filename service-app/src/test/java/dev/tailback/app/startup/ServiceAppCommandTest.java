package dev.tailback.app.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.program.CannotStart;
import dev.tailback.program.Endpoint;
import dev.tailback.program.Environment;
import dev.tailback.program.Program;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAppCommandTest {

    @Test
    void port_and_host_are_taken() {
        assertEquals(new Endpoint("0.0.0.0", 9000), parsed("--port", "9000", "--host=0.0.0.0"));
        assertEquals(
                Map.of("micronaut.server.port", 9000, "micronaut.server.host", "0.0.0.0"),
                parsed("--port", "9000", "--host", "0.0.0.0").asProperties());
    }

    @Test
    void port_0_means_any_free_one() {
        assertEquals(-1, parsed("--port", "0").asProperties().get("micronaut.server.port"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--port", "--port=x", "--port x", "--port 70000", "--port -1", "--host", "--verbose", "8080"})
    void anything_else_is_named(String line) {
        CannotStart reason = assertThrows(CannotStart.class, () -> parsed(line.split(" ")));
        assertEquals(2, reason.exitCode());
        assertEquals(1, reason.sentences().size());
    }

    private static Endpoint parsed(String... arguments) {
        return Program.parsed(new ServiceAppCommand((environment, endpoint) -> {}), arguments)
                .endpoint(Environment.of(Map.of()));
    }
}
