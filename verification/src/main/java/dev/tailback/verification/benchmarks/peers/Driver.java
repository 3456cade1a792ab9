package dev.tailback.verification.benchmarks.peers;

import dev.tailback.localservices.OwnedProcess;
import dev.tailback.verification.fleet.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

/**
 * A process of a peer under our script. It ends with its input, so it does not outlive this program, and the watchdog
 * of every process we start looks after it as well.
 */
final class Driver implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration FILLING = Duration.ofMinutes(10);

    private final OwnedProcess process;
    private final Path log;
    private volatile boolean ready;
    private volatile boolean ended;
    private volatile long done;
    private volatile double filled;

    private Driver(OwnedProcess process, Path log) {
        this.process = process;
        this.log = log;
        Thread listening = new Thread(this::listen, "peer-output");
        listening.setDaemon(true);
        listening.start();
    }

    static Driver start(Workshop workshop, String name, List<String> command, String redisUri) {
        Map<String, String> environment = Map.of("REDIS_URL", redisUri);
        return new Driver(workshop.start(name, new ProcessBuilder(command), environment), workshop.log(name));
    }

    // What else a library prints there is passed over.
    private void listen() {
        try (BufferedReader output = process.process().inputReader(StandardCharsets.UTF_8);
                Scanner lines = new Scanner(output)) {
            while (lines.hasNextLine()) {
                hear(lines.nextLine().split(" ", 2));
            }
        } catch (IOException | NumberFormatException garbled) {
            // It counts as ended, and its log is named.
            done = 0;
        } finally {
            ended = true;
        }
    }

    private void hear(String[] words) {
        switch (words[0]) {
            case "ready" -> ready = true;
            case "done" -> done = Long.parseLong(words[1]);
            case "filled" -> filled = Double.parseDouble(words[1]);
            default -> {}
        }
    }

    Driver awaitReady() {
        await(() -> ready, START, "was not ready");
        return this;
    }

    /** Seconds, without the start of the process. */
    double awaitFilled() {
        await(() -> ended, FILLING, "was not done filling");
        if (filled <= 0) {
            throw failed("ended before it had filled the queue");
        }
        return filled;
    }

    private void await(java.util.function.BooleanSupplier condition, Duration limit, String otherwise) {
        if (!Await.until(() -> condition.getAsBoolean() || ended, limit) || !condition.getAsBoolean()) {
            throw failed(otherwise);
        }
    }

    void begin() {
        try {
            Writer input = process.process().outputWriter(StandardCharsets.UTF_8);
            input.write("go\n");
            input.flush();
        } catch (IOException e) {
            throw failed("ended before it began");
        }
    }

    /** Records so far. */
    long done() {
        if (ended) {
            throw failed("ended while it worked");
        }
        return done;
    }

    private PeerMissing failed(String what) {
        return new PeerMissing("its process " + what + ": " + log + " says why");
    }

    @Override
    public void close() {
        process.kill();
    }
}
