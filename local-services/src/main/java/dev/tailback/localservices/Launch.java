package dev.tailback.localservices;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a command line becomes a process that outlives nothing it should not and dies of nothing it should not. */
final class Launch {
    private Launch() {}

    /**
     * In a session of its own, Ctrl-C in the terminal reaches this JVM only, which then stops its services in order.
     * Both wrappers replace themselves by the command, so the pid stays.
     */
    static List<String> inOwnSession(String... command) {
        List<String> line = new ArrayList<>();
        if (isOnPath("setsid")) {
            line.add("setsid");
        }
        line.addAll(Arrays.asList(command));
        return line;
    }

    /** Writes its pid into the file, then becomes the command. */
    static List<String> remembering(Path pidFile, List<String> command) {
        List<String> line =
                new ArrayList<>(inOwnSession("sh", "-c", "echo $$ > \"$0\" && exec \"$@\"", pidFile.toString()));
        line.addAll(command);
        return line;
    }

    static boolean isOnPath(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
