package dev.tailback.localservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells one process from a later one with the same pid. On Linux: this boot's id and the process' start in ticks, both
 * exact. Elsewhere: the start time.
 */
final class ProcessIdentity {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int START_TICKS_AFTER_NAME = 19;

    private ProcessIdentity() {}

    /** Empty if the process is gone or hides its start. */
    static Optional<String> of(ProcessHandle process) {
        if (!process.isAlive()) {
            return Optional.empty();
        }
        return Files.isReadable(BOOT_ID) ? onLinux(process.pid()) : byStartTime(process);
    }

    private static Optional<String> onLinux(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name in brackets may hold spaces and brackets: count from its end.
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(Files.readString(BOOT_ID).strip() + ":" + afterName[START_TICKS_AFTER_NAME]);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<String> byStartTime(ProcessHandle process) {
        return process.info().startInstant().map(start -> "started:" + start.toEpochMilli());
    }
}
