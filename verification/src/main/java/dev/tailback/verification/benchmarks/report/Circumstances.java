package dev.tailback.verification.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a figure depends on besides the code: it is printed before and after, because other work on the machine changes
 * everything.
 */
public final class Circumstances {
    private Circumstances() {}

    public static String now() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(
                Locale.ROOT,
                "%d cores, load %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                load < 0 ? "unknown" : Samples.number(load, 1),
                Runtime.version());
    }
}
