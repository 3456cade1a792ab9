package dev.tailback.localservices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisExecutableTest {
    @TempDir
    Path directory;

    @Test
    void another_redis_server_says_what_it_is_and_is_started() {
        RedisExecutable other = RedisExecutable.at(RedisExecutable.embedded().path());
        assertEquals(RedisExecutable.embedded(), other);

        try (OwnedProcesses processes = OwnedProcesses.in(directory.resolve("processes"));
                EmbeddedRedis redis = EmbeddedRedis.start(processes, "redis", directory.resolve("redis"), 0, other)) {
            assertTrue(redis.isRunning());
        }
    }

    @Test
    void a_valkey_server_will_do() throws IOException {
        Path valkey =
                program("#!/bin/sh\necho 'Valkey server v=8.0.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=1'");
        assertEquals("8.0.1", RedisExecutable.at(valkey).version());
    }

    @Test
    void what_is_no_redis_server_is_refused() throws IOException {
        assertRefused(directory, "is not a program that can be started");
        assertRefused(directory.resolve("nothing"), "is not a program that can be started");
        assertRefused(program("#!/bin/sh\necho 'GNU bash, version 5.2'"), "does not answer --version");
        assertRefused(program("#!/bin/sh\nexec yes"), "does not answer --version");
        assertRefused(program("no program at all"), "does not answer --version");
        assertRefused(
                program("#!/bin/sh\necho 'Redis server v=6.2.14 sha=00000000:0 malloc=libc bits=64 build=1'"),
                "is Redis 6.2.14: the queue needs 7 or newer");
    }

    private static void assertRefused(Path path, String sentence) {
        String said = assertThrows(IllegalArgumentException.class, () -> RedisExecutable.at(path))
                .getMessage();
        assertTrue(said.contains(sentence) && said.startsWith(path.toString()), said);
    }

    private Path program(String text) throws IOException {
        Path program = Files.writeString(Files.createTempFile(directory, "program", ""), text);
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }
}
