package dev.tailback.localservices;

import java.io.IOException;

/**
 * Ends a child when this JVM is gone, however it went: a small shell waits on a pipe that only this JVM holds open. A
 * comfort, not a guarantee (a watchdog can be killed too): what it misses, {@link OwnedProcesses} reaps at the next
 * start.
 */
final class Watchdog implements AutoCloseable {
    // The child is a child of this JVM, so its pid cannot be reused before this JVM is gone; the shell acts at that
    // moment.
    private static final String SCRIPT = """
            read -r _
            kill -"$2" "$1" 2>/dev/null || exit 0
            i=0
            while [ $i -lt 50 ] && kill -0 "$1" 2>/dev/null; do sleep 0.1; i=$((i+1)); done
            kill -KILL "$1" 2>/dev/null
            """;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    static Watchdog over(ProcessHandle child, Signal gently) {
        try {
            return new Watchdog(new ProcessBuilder(Launch.inOwnSession(
                            "sh", "-c", SCRIPT, "tailback-watchdog", Long.toString(child.pid()), gently.name()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new ServiceFailed("Cannot start sh: a local service needs a POSIX shell", e);
        }
    }

    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
