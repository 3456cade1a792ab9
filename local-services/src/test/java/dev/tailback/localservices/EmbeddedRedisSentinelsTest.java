package dev.tailback.localservices;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisSentinelsTest {
    private static final Duration FAILOVER = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private OwnedProcesses processes;
    private EmbeddedRedisSentinels set;

    @BeforeEach
    void start() {
        processes = OwnedProcesses.in(directory.resolve("processes"));
        set = EmbeddedRedisSentinels.start(processes, "sentinels", directory.resolve("sentinels"));
    }

    @AfterEach
    void stop() {
        processes.close();
    }

    @Test
    void a_replica_takes_over_and_the_old_master_comes_back_as_its_replica() throws IOException {
        EmbeddedRedis old = set.master();
        assertEquals("+OK", RedisWire.ask(old.uri(), "SET ad magic"));
        assertEquals(":2", RedisWire.ask(old.uri(), "WAIT 2 0"));
        old.kill();
        await().atMost(FAILOVER).until(() -> set.master() != old && new RedisNode(set.master()).isMaster());
        assertNotSame(old, set.master());
        assertEquals("$5", RedisWire.ask(set.master().uri(), "GET ad"));
        old.start();
        await().atMost(FAILOVER).until(() -> !new RedisNode(old).isMaster() && new RedisNode(old).hasCopiedItsMaster());
    }

    @Test
    void closing_ends_every_process() {
        set.close();
        set.nodes().forEach(node -> assertFalse(node.isRunning()));
        set.sentinels().forEach(sentinel -> assertFalse(sentinel.isRunning()));
    }
}
