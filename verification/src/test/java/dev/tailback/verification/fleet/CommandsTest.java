package dev.tailback.verification.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.localservices.ServiceFailed;
import dev.tailback.program.CannotStart;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void the_exit_code_says_whether_options_or_the_machine_kept_a_command_from_starting() {
        assertEquals(2, Commands.exitCode(CannotStart.misconfigured("--seconds 0 is too short.")));
        assertEquals(3, Commands.exitCode(CannotStart.notAvailable("Port 8080 is taken.")));
        assertEquals(3, Commands.exitCode(new ServiceFailed("PostgreSQL did not start.")));
        assertEquals(1, Commands.exitCode(new IllegalStateException("The story failed.")));
    }
}
