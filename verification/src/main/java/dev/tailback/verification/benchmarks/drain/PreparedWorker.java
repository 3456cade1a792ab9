package dev.tailback.verification.benchmarks.drain;

import dev.tailback.verification.benchmarks.lab.Lab;
import dev.tailback.verification.benchmarks.peers.PeerMissing;
import dev.tailback.verification.benchmarks.peers.Workshop;
import java.util.ArrayList;
import java.util.List;

/** A worker with the command that starts it here. */
record PreparedWorker(OtherWorker worker, List<String> command) {

    /** Those that can run here; what is missing to the others is told. */
    static List<PreparedWorker> all(Lab lab, List<OtherWorker> wanted) {
        Workshop workshop = new Workshop(lab);
        List<PreparedWorker> ready = new ArrayList<>();
        for (OtherWorker worker : wanted) {
            try {
                ready.add(new PreparedWorker(worker, worker.command(workshop)));
            } catch (PeerMissing missing) {
                System.out.println(missing.getMessage() + ".");
            }
        }
        return ready;
    }
}
