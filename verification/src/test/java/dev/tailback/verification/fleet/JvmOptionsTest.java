package dev.tailback.verification.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {

    @Test
    void a_program_that_is_out_of_memory_ends_instead_of_going_on_in_part() throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JvmOptions.forProgram());
        command.addAll(List.of(
                "-Xmx16m", "-cp", Path.of("target", "test-classes").toString(), TakesAllMemory.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it goes on without memory");
            assertEquals(3, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}
