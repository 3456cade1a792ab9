package dev.tailback.verification.benchmarks.lab;

import dev.tailback.localservices.EmbeddedRedis;
import dev.tailback.localservices.RedisWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a Redis says it has used so far. */
public record RedisMeter(EmbeddedRedis redis) {

    /** Seconds of processor time: they vary less than seconds on the clock when the machine is busy. */
    public double processor() {
        return info("cpu", "used_cpu_user:") + info("cpu", "used_cpu_sys:");
    }

    public double bytes() {
        return info("memory", "used_memory:");
    }

    public double logBytes() {
        try (Stream<Path> files = Files.walk(redis.directory().resolve("appendonlydir"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private double info(String section, String field) {
        try {
            return RedisWire.askForText(redis.uri(), "INFO " + section)
                    .lines()
                    .filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Double.parseDouble(line.substring(field.length())))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
