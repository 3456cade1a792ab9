package dev.tailback.app.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void port_and_host_are_taken() {
        assertEquals(
                Map.of("micronaut.server.port", "9000", "micronaut.server.host", "0.0.0.0"),
                Arguments.parse("--port", "9000", "--host", "0.0.0.0").properties());
    }

    @Test
    void port_0_means_any_free_one() {
        assertEquals("-1", Arguments.parse("--port", "0").properties().get("micronaut.server.port"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--port", "--port=80", "--port x", "--port 70000", "--port -1", "--host", "--verbose", "8080"})
    void anything_else_is_named(String line) {
        CannotStart reason = assertThrows(CannotStart.class, () -> Arguments.parse(line.split(" ")));
        assertEquals(2, reason.exitCode());
        assertEquals(1, reason.sentences().size());
    }
}
