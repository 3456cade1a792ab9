package dev.tailback.verification.benchmarks.start;

import dev.tailback.program.Variable;
import dev.tailback.verification.fleet.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One short process, from its start to its end.
 *
 * @param processorSeconds user and system, as the shell that waited for it counts them
 */
record ShortRun(double wallMs, double processorSeconds) {
    private static final String COUNTED = "\"$@\" >/dev/null 2>&1; code=$?; times; exit $code";
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

    /** @throws IllegalStateException if it ends with anything but 0 */
    static ShortRun of(List<String> command, Map<String, String> environment) {
        List<String> line = new ArrayList<>(List.of("sh", "-c", COUNTED, "sh"));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().keySet().removeIf(Variable::isOurs);
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        try {
            Process process = builder.start();
            String counted = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            double wallMs = (System.nanoTime() - begun) / 1e6;
            if (code != 0) {
                throw new IllegalStateException(command + " ended with " + code);
            }
            return new ShortRun(wallMs, seconds(counted));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command, e);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Ended();
        }
    }

    /** The last line has the children's, each as minutes and seconds. */
    static double seconds(String times) {
        Matcher children = TIMES.matcher(times);
        if (!children.find()) {
            throw new IllegalStateException("The shell counted no time: " + times);
        }
        return 60 * (Double.parseDouble(children.group(1)) + Double.parseDouble(children.group(3)))
                + Double.parseDouble(children.group(2))
                + Double.parseDouble(children.group(4));
    }
}
