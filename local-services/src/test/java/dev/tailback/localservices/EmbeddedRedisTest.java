package dev.tailback.localservices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {
    @TempDir
    Path directory;

    private OwnedProcesses processes;
    private EmbeddedRedis redis;

    @BeforeEach
    void start() {
        processes = OwnedProcesses.in(directory.resolve("processes"));
        redis = EmbeddedRedis.start(processes, "redis", directory.resolve("redis"), 0);
    }

    @AfterEach
    void stop() {
        processes.close();
    }

    @Test
    void it_is_set_up_to_keep_everything() throws IOException {
        assertEquals("$3 yes", config("appendonly"));
        assertEquals("$8 everysec", config("appendfsync"));
        assertEquals("$10 noeviction", config("maxmemory-policy"));
        assertEquals("$4 1024", config("hash-max-listpack-value"));
        assertEquals("$3 256", config("hash-max-listpack-entries"));
        assertEquals("$9 127.0.0.1", config("bind"));
    }

    @Test
    void data_survives_a_stop_and_a_start_on_the_same_port() throws IOException {
        RedisWire.ask(redis.uri(), "SET ad magic");
        redis.stop();
        redis.start();
        assertEquals("$5", RedisWire.ask(redis.uri(), "GET ad"));
    }

    @Test
    void it_can_be_killed_and_started_again() {
        redis.kill();
        assertFalse(redis.isRunning());
        redis.start();
        assertTrue(redis.isRunning());
    }

    @Test
    void a_wipe_loses_everything() throws IOException {
        RedisWire.ask(redis.uri(), "SET ad magic");
        redis.wipe();
        assertEquals("$-1", RedisWire.ask(redis.uri(), "GET ad"));
    }

    @Test
    void a_taken_port_is_named() {
        ServiceFailed taken = assertThrows(
                ServiceFailed.class,
                () -> EmbeddedRedis.start(processes, "second", directory.resolve("second"), redis.port()));
        assertTrue(taken.getMessage().startsWith("Port " + redis.port() + " on 127.0.0.1 is taken"));
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() {
        Path impossible = redis.directory().resolve("redis.log").resolve("below-a-file");
        ServiceFailed failed =
                assertThrows(ServiceFailed.class, () -> EmbeddedRedis.start(processes, "second", impossible, 0));
        assertTrue(failed.getMessage().contains(impossible.toString()));
    }

    private String config(String name) throws IOException {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", redis.port())) {
            socket.getOutputStream().write(("CONFIG GET " + name + "\r\nQUIT\r\n").getBytes());
            String[] lines = new String(socket.getInputStream().readAllBytes()).split("\r\n");
            return lines[3] + " " + lines[4];
        }
    }
}
