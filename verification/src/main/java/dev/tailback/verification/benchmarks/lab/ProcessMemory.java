package dev.tailback.verification.benchmarks.lab;

import dev.tailback.program.CannotStart;
import dev.tailback.verification.fleet.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory a Java process has, as Linux and its own Java machine say.
 *
 * @param residentMb what it holds now
 * @param ownMb what of it is no file that the system can drop and read again, such as a jar or an archive of classes
 * @param peakMb the most it ever held
 * @param heapMb what its objects take after a full collection
 */
public record ProcessMemory(double residentMb, double ownMb, double peakMb, double heapMb) {
    private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final double MB = 1_048_576;

    /** @throws CannotStart where there is no {@code /proc} or no {@code jcmd} */
    public static ProcessMemory of(Program program) {
        double resident = residentMb(program.pid());
        double own = status(program.pid(), "RssAnon");
        double peak = status(program.pid(), "VmHWM");
        return new ProcessMemory(resident, own, peak, heap(program.pid()));
    }

    /**
     * What the process holds now.
     *
     * @throws CannotStart where there is no {@code /proc}
     */
    public static double residentMb(long pid) {
        return status(pid, "VmRSS");
    }

    private static double status(long pid, String field) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw CannotStart.misconfigured(
                    "The memory of process " + pid + " cannot be read: this measurement needs Linux.", e);
        }
    }

    /** A histogram of living objects collects garbage first. */
    private static double heap(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process histogram = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher live = LIVE.matcher(text);
            if (!live.find()) {
                throw new IllegalStateException("jcmd did not say what lives in process " + pid + ": " + text.strip());
            }
            return Double.parseDouble(live.group(1)) / MB;
        } catch (IOException e) {
            throw CannotStart.misconfigured("There is no jcmd beside this Java: take a whole JDK.", e);
        }
    }
}
