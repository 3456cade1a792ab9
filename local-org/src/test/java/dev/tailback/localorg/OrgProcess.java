package dev.tailback.localorg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a process of its own. */
final class OrgProcess {

    private OrgProcess() {}

    static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LocalOrgCommand.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder org = new ProcessBuilder(command);
        // The JVM tells on standard error that it has picked these up.
        org.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return org.start();
    }

    /** Waits for the line that says the org is ready. */
    static URI address(Process process) throws IOException {
        String line = reader(process.getInputStream()).readLine();
        return URI.create(line.replaceAll(".*(http://[0-9.:]+).*", "$1"));
    }

    static String errors(Process process) throws IOException {
        return String.join("\n", reader(process.getErrorStream()).lines().toList());
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
