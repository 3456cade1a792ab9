package dev.tailback.verification.benchmarks.drain;

import dev.tailback.verification.benchmarks.peers.PeerMissing;
import dev.tailback.verification.benchmarks.peers.Workshop;
import dev.tailback.verification.fleet.JvmOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another worker that brings the same records into the same org: what it is, and how it is got and started here. */
interface OtherWorker {

    static List<OtherWorker> all() {
        return List.of(new CamelCollections(), new OneRecordACall());
    }

    static Optional<OtherWorker> named(String option) {
        return all().stream().filter(worker -> worker.option().equals(option)).findFirst();
    }

    /** As {@code --peers} names it. */
    String option();

    String name();

    /** The most. */
    int recordsACall();

    /**
     * Gets what is missing, where it can.
     *
     * @return the command up to its arguments: the Redis, the org, and the calls in flight
     * @throws PeerMissing with one sentence if it cannot run here
     */
    List<String> command(Workshop workshop);

    /** With the options that our programs have. */
    static List<String> java(String classPath, String main) {
        List<String> command = new ArrayList<>();
        command.add(javaTool("java"));
        command.addAll(JvmOptions.forProgram());
        command.addAll(List.of("-cp", classPath, main));
        return command;
    }

    /** @param name such as {@code javac} */
    static String javaTool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** The jar that this program comes from, with its libraries beside it. */
    static String ownJar(Workshop workshop) {
        return workshop.lab().plans().blueprint().jar("verification").toString();
    }
}
