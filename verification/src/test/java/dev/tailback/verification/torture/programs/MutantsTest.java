package dev.tailback.verification.torture.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.queue.EntryQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of today's source: a guard that moved would otherwise be noticed only when somebody asks for a run without it. */
class MutantsTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path data;

    @Test
    void without_the_fence_exactly_one_rule_of_the_schema_is_switched_off() throws IOException {
        Path ours = HOME.resolve("salesforce-schema").resolve("force-app");

        Path without = mutants(Guard.FENCE).schema();

        assertEquals(inactive(ours) + 1, inactive(without));
        assertEquals(Optional.empty(), mutants(Guard.FENCE).inFront());
    }

    @Test
    void without_the_gate_every_redis_counts_as_the_one_the_queue_was_built_in() throws IOException {
        Path front = mutants(Guard.GATE).inFront().orElseThrow();

        String script =
                Files.readString(front.resolve(EntryQueue.class.getPackageName().replace('.', '/'))
                        .resolve("common.lua"));
        assertTrue(script.contains("local function is_open()\n  if true then return true end\n"), script);
        assertEquals(
                HOME.resolve("salesforce-schema").resolve("force-app"),
                mutants(Guard.GATE).schema());
    }

    private Mutants mutants(Guard without) {
        return new Mutants(
                new Settings(HOME, data, Duration.ofSeconds(1), 1, 1, false, Optional.empty(), Optional.of(without)));
    }

    private static long inactive(Path schema) throws IOException {
        try (Stream<Path> files = Files.walk(schema)) {
            return files.filter(file -> file.toString().endsWith(".validationRule-meta.xml"))
                    .filter(MutantsTest::isInactive)
                    .count();
        }
    }

    private static boolean isInactive(Path rule) {
        try {
            return Files.readString(rule).contains("<active>false</active>");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
