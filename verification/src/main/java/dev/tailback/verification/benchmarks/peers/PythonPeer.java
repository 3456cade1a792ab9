package dev.tailback.verification.benchmarks.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A queue that is a module of Python, as Debian packages it.
 *
 * @param module what Python must be able to import
 * @param packages of Debian that have it
 */
record PythonPeer(String name, String module, String packages, int oneIn, String keeps) implements Peer {
    private static final Duration IMPORTING = Duration.ofMinutes(1);

    static PythonPeer celery() {
        return new PythonPeer(
                "Celery",
                "celery",
                "python3-celery python3-redis",
                20,
                "no order per contract; every version; a dead worker's jobs are lost, or come back after 1 h (acks_late);"
                        + " no outcomes (results are off)");
    }

    static PythonPeer rq() {
        return new PythonPeer(
                "RQ",
                "rq",
                "python3-rq",
                40,
                "no order per contract; every version; a dead worker's job counts as failed; no outcomes (results are"
                        + " off)");
    }

    @Override
    public Commands prepare(Workshop workshop) {
        String python = python(workshop)
                .orElseThrow(() -> new PeerMissing(name + " is left out: Python 3 has no module " + module
                        + " (on Debian apt-get install " + packages + ")"))
                .toString();
        String script = workshop.script(module + "_peer.py", workshop.directory("scripts"))
                .toString();
        return new Commands(List.of(python, script, "fill"), List.of(python, script, "work"));
    }

    // Debian's own Python has Debian's packages; another one may come first on the path.
    private Optional<Path> python(Workshop workshop) {
        return Stream.of("/usr/bin/python3", "python3")
                .flatMap(program -> Workshop.find(program).stream())
                .distinct()
                .filter(python -> imports(workshop, python))
                .findFirst();
    }

    private boolean imports(Workshop workshop, Path python) {
        ProcessBuilder line = new ProcessBuilder(python.toString(), "-c", "import redis, " + module);
        return workshop.succeeds(module + "-import", line, IMPORTING);
    }
}
