package dev.tailback.localservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Remembers one owned process beyond the death of its owner: pid, identity, and how to stop it. The process' own launch
 * writes the pid, before it becomes the service, so no moment exists in which it runs unremembered; the identity
 * follows a little later.
 */
record PidFile(Path path) {

    void write(ProcessHandle process, Signal gently) {
        String identity = ProcessIdentity.of(process).orElse("");
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.writeString(fresh, process.pid() + "\n" + identity + "\n" + gently + "\n");
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ServiceFailed("Cannot write " + path + ": make the directory writable", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The remembered process, if it still runs and is certainly the same one. */
    Optional<Leftover> leftover() {
        List<String> lines = lines();
        return lines.isEmpty()
                ? Optional.empty()
                : pid(lines.get(0))
                        .flatMap(ProcessHandle::of)
                        .filter(process -> isTheSame(process, lines))
                        .map(process -> new Leftover(process, stop(lines)));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path);
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static Optional<Long> pid(String line) {
        return line.matches("\\d{1,18}") ? Optional.of(Long.parseLong(line)) : Optional.empty();
    }

    private boolean isTheSame(ProcessHandle process, List<String> lines) {
        if (lines.size() > 1 && !lines.get(1).isEmpty()) {
            return ProcessIdentity.of(process).filter(lines.get(1)::equals).isPresent();
        }
        // The owner died within milliseconds of the launch: only a command line that names this directory proves it is
        // ours.
        return process.info()
                .commandLine()
                .filter(line -> line.contains(path.resolveSibling("").toString()))
                .isPresent();
    }

    private static Signal stop(List<String> lines) {
        return lines.size() > 2 && lines.get(2).equals(Signal.INT.name()) ? Signal.INT : Signal.TERM;
    }

    /** A process whose owner died. */
    record Leftover(ProcessHandle process, Signal gently) {}
}
