package dev.tailback.verification.torture.faults;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisWire;
import dev.tailback.verification.torture.programs.Fleet;
import dev.tailback.verification.torture.wire.RedisMemory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Redis dies, forgets all, forgets the last of it, hangs, or loses its clients. */
public final class RedisFaults {
    private final EmbeddedRedis redis;
    private final RedisMemory memory;

    public RedisFaults(EmbeddedRedis redis, RedisMemory memory) {
        this.redis = redis;
        this.memory = memory;
    }

    List<Fault> all() {
        return List.of(
                new Fault("Redis killed", 100, 1_500, random -> {
                    kill();
                    return this::start;
                }),
                new Fault("Redis wiped", 0, 100, random -> {
                    wipe();
                    return () -> {};
                }),
                new Fault("Redis' log cut short", 0, 500, random -> {
                    kill();
                    cutTail(random);
                    return this::start;
                }),
                new Fault("Redis stalled", 500, 3_000, random -> {
                    redis.freeze();
                    return redis::thaw;
                }),
                new Fault("Redis' clients cut off", 0, 500, random -> {
                    cutClients();
                    return this::cutClients;
                }),
                new Fault("Redis full", 500, 3_000, random -> {
                    tell("CONFIG SET maxmemory 1");
                    return () -> tell("CONFIG SET maxmemory 0");
                }),
                new Fault("a key of Redis lost", 0, 500, random -> {
                    loseKeys(1);
                    return () -> {};
                }),
                new Fault("keys of Redis evicted", 0, 500, random -> {
                    loseKeys(2 + random.nextInt(6));
                    return () -> {};
                }));
    }

    void wipe() {
        memory.lose();
        redis.wipe();
        memory.beginAnew(Fleet.LEASE);
    }

    private void kill() {
        memory.lose();
        redis.kill();
    }

    private void start() {
        redis.start();
        memory.beginAnew(Fleet.LEASE);
    }

    /** As a machine that lost power: up to half of what was written since the last rewrite never reached the disk. */
    private void cutTail(Random random) {
        Path log = newestLog();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            long cut = (long) (random.nextDouble() * file.length() / 2);
            file.setLength(file.length() - cut);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot cut " + log, e);
        }
    }

    private Path newestLog() {
        try (Stream<Path> files = Files.list(redis.directory().resolve("appendonlydir"))) {
            return files.filter(file -> file.toString().endsWith(".incr.aof"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IllegalStateException("Redis keeps no append-only file"));
        } catch (IOException e) {
            throw new UncheckedIOException("Redis' append-only files cannot be listed", e);
        }
    }

    private void cutClients() {
        tell("CLIENT KILL TYPE normal SKIPME yes");
    }

    /** Among them may be the one that says who holds a contract. */
    private void loseKeys(int count) {
        memory.lose();
        for (int number = 0; number < count; number++) {
            String key = anyKey();
            if (key.matches("[!-~]+")) {
                tell("DEL " + key);
            }
        }
        memory.beginAnew(Fleet.LEASE);
    }

    private String anyKey() {
        try {
            return RedisWire.askForText(redis.uri(), "RANDOMKEY");
        } catch (IOException noneOrDown) {
            return "";
        }
    }

    private void tell(String command) {
        try {
            RedisWire.ask(redis.uri(), command);
        } catch (IOException downAnyway) {
            // A Redis that is down has no clients, no keys and no limits.
            return;
        }
    }
}
