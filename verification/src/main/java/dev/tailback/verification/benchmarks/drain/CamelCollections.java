package dev.tailback.verification.benchmarks.drain;

import dev.tailback.verification.benchmarks.peers.PeerMissing;
import dev.tailback.verification.benchmarks.peers.Workshop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Apache Camel's Salesforce component, which upserts collections of 200. Maven fetches it into the data of the
 * measurement, once; it is on a class path of its own, and our sender is compiled against it there.
 */
record CamelCollections() implements OtherWorker {
    private static final String VERSION = "4.14.0";
    private static final String SENDER = "CamelSender";
    private static final Duration FETCHING = Duration.ofMinutes(5);
    private static final Duration COMPILING = Duration.ofMinutes(2);

    @Override
    public String option() {
        return "camel";
    }

    @Override
    public String name() {
        return "Camel " + VERSION + ", collections";
    }

    @Override
    public int recordsACall() {
        return 200;
    }

    @Override
    public List<String> command(Workshop workshop) {
        Path installed = workshop.directory("camel-salesforce-" + VERSION);
        if (!Files.exists(installed)) {
            fetch(workshop, installed);
        }
        // Camel's own libraries come first: where both have one, it runs with the version it was fetched with.
        String libraries = installed.resolve("lib") + "/*" + File.pathSeparator + OtherWorker.ownJar(workshop);
        Path classes = installed.resolve("classes");
        compile(workshop, libraries, workshop.script(SENDER + ".java", installed), classes);
        return OtherWorker.java(classes + File.pathSeparator + libraries, SENDER);
    }

    // Beside its place, which then appears whole: what was broken off is begun again.
    private static void fetch(Workshop workshop, Path target) {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Path project = workshop.script("camel_project.xml", fresh);
        Path maven = workshop.lab().plans().blueprint().home().resolve("mvnw");
        List<String> line = List.of(
                "sh",
                maven.toString(),
                "-q",
                "-B",
                "-f",
                project.toString(),
                "dependency:copy-dependencies",
                "-DoutputDirectory=" + fresh.resolve("lib"));
        ProcessBuilder command = new ProcessBuilder(line);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (!workshop.succeeds("camel-maven", command, FETCHING)) {
            throw new PeerMissing("Camel is left out: Maven cannot fetch camel-salesforce " + VERSION + " ("
                    + workshop.log("camel-maven") + " says why); it needs Maven Central once");
        }
        try {
            Files.move(fresh, target);
        } catch (IOException e) {
            throw new PeerMissing("Camel is left out: " + target + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void compile(Workshop workshop, String libraries, Path source, Path classes) {
        List<String> line = List.of(
                OtherWorker.javaTool("javac"),
                "-proc:none",
                "-cp",
                libraries,
                "-d",
                classes.toString(),
                source.toString());
        if (!workshop.succeeds("camel-javac", new ProcessBuilder(line), COMPILING)) {
            throw new PeerMissing("Camel is left out: its sender cannot be compiled (" + workshop.log("camel-javac")
                    + " says why); it needs a whole JDK");
        }
    }
}
