package dev.tailback.localservices;

import java.time.Duration;

/** A running child of this JVM that is also remembered on disk. */
public final class OwnedProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final PidFile pidFile;
    private final Signal gently;
    private final Watchdog watchdog;

    OwnedProcess(Process process, PidFile pidFile, Signal gently) {
        this.process = process;
        this.pidFile = pidFile;
        this.gently = gently;
        pidFile.write(process.toHandle(), gently);
        this.watchdog = Watchdog.over(process.toHandle(), gently);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process itself: its exit code, its {@code onExit}, its streams if they were not redirected. */
    public Process process() {
        return process;
    }

    /** Ends it in order; after 10 s, by force. Does nothing if it has ended. */
    public void stop() {
        end(process.toHandle(), gently);
        // The system knows a moment before the JVM does.
        Await.until(() -> !process.isAlive(), PATIENCE);
        forget();
    }

    /** {@code kill -9}: no last words. */
    public void kill() {
        Signal.KILL.send(process.toHandle());
        Await.until(() -> !process.isAlive(), PATIENCE);
        forget();
    }

    /** Freezes it until {@link #thaw}. */
    public void freeze() {
        Signal.STOP.send(process.toHandle());
    }

    public void thaw() {
        Signal.CONT.send(process.toHandle());
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Forgets a process that has ended, so that no signal reaches the next process with its pid.
     *
     * @return whether it has ended
     */
    boolean forgottenIfEnded() {
        if (process.isAlive()) {
            return false;
        }
        forget();
        return true;
    }

    private void forget() {
        watchdog.close();
        pidFile.delete();
    }

    /** The ladder for own children and leftovers alike. */
    static void end(ProcessHandle process, Signal gently) {
        if (!process.isAlive()) {
            return;
        }
        gently.send(process);
        // A frozen process hears the signal only when it runs again.
        Signal.CONT.send(process);
        if (Await.until(() -> !process.isAlive(), PATIENCE)) {
            return;
        }
        Signal harder = gently == Signal.INT ? Signal.QUIT : Signal.KILL;
        harder.send(process);
        if (!Await.until(() -> !process.isAlive(), PATIENCE)) {
            Signal.KILL.send(process);
            Await.until(() -> !process.isAlive(), PATIENCE);
        }
    }
}
