package dev.tailback.verification.benchmarks.peers;

import java.nio.file.Path;
import java.util.List;

/** Sidekiq as Debian packages it, with its ten threads a process. */
record Sidekiq() implements Peer {

    @Override
    public String name() {
        return "Sidekiq";
    }

    @Override
    public String keeps() {
        return "no order per contract; every version; a dead worker's jobs are lost; no outcomes";
    }

    @Override
    public int oneIn() {
        return 4;
    }

    @Override
    public Commands prepare(Workshop workshop) {
        String ruby = required("ruby");
        String sidekiq = required("sidekiq");
        Path script = workshop.script("sidekiq_peer.rb", workshop.directory("scripts"));
        return new Commands(
                List.of(ruby, script.toString()),
                List.of(sidekiq, "--require", script.toString(), "--concurrency", "10", "--queue", "default"));
    }

    private static String required(String program) {
        return Workshop.find(program)
                .orElseThrow(() -> new PeerMissing("Sidekiq is left out: there is no " + program
                        + " on the PATH (on Debian apt-get install ruby-sidekiq)"))
                .toString();
    }
}
