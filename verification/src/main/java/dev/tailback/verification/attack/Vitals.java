package dev.tailback.verification.attack;

import dev.tailback.verification.fleet.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Memory, threads and open files of a program while it is attacked, as the operating system counts them. */
final class Vitals {
    /** From the middle on nothing is new any more: caches are full, code is compiled. */
    private static final int MOST_GROWTH_MB = 96;

    private static final int MOST_MORE_FILES = 100;
    private static final int MOST_MORE_THREADS = 50;
    private static final int KB_PER_MB = 1024;

    /** All 0 where the system does not tell. */
    record Look(int memoryMb, int threads, int files) {
        @Override
        public String toString() {
            return memoryMb + " MB, " + threads + " threads, " + files + " open files";
        }
    }

    private final Program program;
    private final long pid;
    private final Findings findings;
    private final List<Look> looks = new ArrayList<>();

    Vitals(Program program, Findings findings) {
        this.program = program;
        this.pid = program.pid();
        this.findings = findings;
        look();
    }

    void look() {
        Path process = Path.of("/proc", Long.toString(pid));
        looks.add(new Look(
                figure(process, "VmRSS:") / KB_PER_MB, figure(process, "Threads:"), files(process.resolve("fd"))));
    }

    private static int figure(Path process, String name) {
        try (Stream<String> lines = Files.lines(process.resolve("status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notToldHere) {
            return 0;
        }
    }

    private static int files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return (int) files.count();
        } catch (IOException notToldHere) {
            return 0;
        }
    }

    /** @param settled whether so much has happened by the middle that memory should not grow any more */
    void judge(boolean settled) {
        look();
        Look middle = looks.get(looks.size() / 2);
        Look end = looks.get(looks.size() - 1);
        if (!program.isAlive() || program.pid() != pid) {
            findings.add("a program ended", program.name() + " did not survive.");
        }
        boolean grown = settled && end.memoryMb() - middle.memoryMb() > MOST_GROWTH_MB
                || end.files() - middle.files() > MOST_MORE_FILES
                || end.threads() - middle.threads() > MOST_MORE_THREADS;
        if (grown) {
            findings.add("not flat", program.name() + ": " + words() + ".");
        }
    }

    String words() {
        return "%s: at the beginning %s; in the middle %s; at the end %s"
                .formatted(program.name(), looks.get(0), looks.get(looks.size() / 2), looks.get(looks.size() - 1));
    }
}
