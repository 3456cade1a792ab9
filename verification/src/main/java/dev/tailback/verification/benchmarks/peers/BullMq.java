package dev.tailback.verification.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** BullMQ, fetched by npm into the data of the measurement, once. */
record BullMq() implements Peer {
    private static final String BULLMQ = "bullmq@6.7.0";
    private static final String DRIVER_OF_REDIS = "ioredis@6.0.0";
    private static final Duration INSTALLING = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "BullMQ";
    }

    @Override
    public String keeps() {
        return "no order per contract; every version; a dead worker's jobs come back after 30 to 60 s; result or error"
                + " kept with the job, if wanted";
    }

    @Override
    public int oneIn() {
        return 2;
    }

    @Override
    public Commands prepare(Workshop workshop) {
        Path node = required("node");
        Path installed = workshop.directory(BULLMQ.replace('@', '-'));
        if (!Files.exists(installed)) {
            install(workshop, required("npm"), installed);
        }
        String script = workshop.script("bullmq_peer.cjs", installed).toString();
        return new Commands(List.of(node.toString(), script, "fill"), List.of(node.toString(), script, "work"));
    }

    private static Path required(String program) {
        return Workshop.find(program)
                .orElseThrow(() -> new PeerMissing("BullMQ is left out: it needs " + program
                        + " on the PATH (Node.js 20 or newer; on Debian apt-get install nodejs npm)"));
    }

    // Beside its place, which then appears whole: an installation that was broken off is begun again.
    private static void install(Workshop workshop, Path npm, Path target) {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        List<String> line = List.of(
                npm.toString(),
                "install",
                "--prefix",
                fresh.toString(),
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--save-exact",
                BULLMQ,
                DRIVER_OF_REDIS);
        try {
            Files.createDirectories(fresh);
            if (!workshop.succeeds("npm", new ProcessBuilder(line), INSTALLING)) {
                throw new PeerMissing("BullMQ is left out: npm cannot install " + BULLMQ + " (" + workshop.log("npm")
                        + " says why); it needs the npm registry once");
            }
            Files.move(fresh, target);
        } catch (IOException e) {
            throw new PeerMissing("BullMQ is left out: " + fresh + " cannot be written: " + e.getMessage(), e);
        }
    }
}
