package dev.tailback.worker;

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

class SyncWorkerCommandTest {
    @Test
    void it_listens_on_this_machine_only_unless_told_otherwise() {
        assertEquals(new Endpoint("127.0.0.1", 8081), parsed());
    }

    @Test
    void port_and_host_can_be_told_either_way() {
        assertEquals(new Endpoint("0.0.0.0", 9000), parsed("--port", "9000", "--host=0.0.0.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port=x", "--port=70000", "--prot=1"})
    void what_cannot_be_meant_is_refused(String argument) {
        assertThrows(CannotStart.class, () -> parsed(argument));
    }

    private static Endpoint parsed(String... arguments) {
        return Program.parsed(new SyncWorkerCommand(), arguments)
                .listen()
                .endpoint(Environment.of(Map.of()), SyncWorkerCommand.STANDARD_PORT);
    }
}
