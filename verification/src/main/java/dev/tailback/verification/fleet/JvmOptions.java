package dev.tailback.verification.fleet;

import java.util.ArrayList;
import java.util.List;

/** What every Java process of the demo, of a run or of a measurement is started with. */
public final class JvmOptions {
    private static final int ANNOUNCES_NATIVE_ACCESS = 24;

    private JvmOptions() {}

    /**
     * Small heaps and a quick start matter more on a laptop than peak speed. A program that is out of memory ends, and
     * is started again: if it continued, it would be unknown which of its threads are left.
     */
    public static List<String> forProgram() {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Dsun.net.http.retryPost=false",
                "-Dsun.net.httpserver.nodelay=true",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m"));
        if (Runtime.version().feature() >= ANNOUNCES_NATIVE_ACCESS) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }

    /** What the manifest of a jar says; for a program that is not started as a jar. */
    static List<String> withoutManifest() {
        return Runtime.version().feature() >= ANNOUNCES_NATIVE_ACCESS
                ? List.of("--enable-native-access=ALL-UNNAMED")
                : List.of();
    }
}
