package dev.tailback.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void it_listens_on_this_machine_only_unless_told_otherwise() {
        assertEquals(new CommandLine("127.0.0.1", 8081, false), CommandLine.parse());
    }

    @Test
    void port_and_host_can_be_told_either_way() {
        assertEquals(new CommandLine("0.0.0.0", 9000, false), CommandLine.parse("--port", "9000", "--host=0.0.0.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port=x", "--port=70000", "--prot=1"})
    void what_cannot_be_meant_is_refused(String argument) {
        assertThrows(UnusableEnvironment.class, () -> CommandLine.parse(argument));
    }
}
