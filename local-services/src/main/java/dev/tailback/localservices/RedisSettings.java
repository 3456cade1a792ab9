package dev.tailback.localservices;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a redis-server is started with. */
final class RedisSettings {
    private RedisSettings() {}

    /** Every write in an append-only file, flushed each second, and nothing ever evicted. */
    static List<String> keepingEverything() {
        return List.of(
                "--save",
                "",
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--maxmemory-policy",
                "noeviction",
                // Ten usage records of a contract stay in one compact list: 266 bytes a record instead of 339.
                "--hash-max-listpack-value",
                "1024",
                "--hash-max-listpack-entries",
                "256");
    }

    /** @param more what the process is for; a configuration file, if there is one, comes first in it */
    static List<String> line(Path executable, int port, Path directory, List<String> more) {
        boolean hasFile = !more.isEmpty() && !more.get(0).startsWith("--");
        List<String> line = new ArrayList<>();
        line.add(executable.toString());
        line.addAll(more.subList(0, hasFile ? 1 : 0));
        line.addAll(List.of(
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                directory.toString(),
                "--logfile",
                log(directory).toString(),
                "--daemonize",
                "no",
                // The command line is what tells a leftover from a stranger.
                "--set-proc-title",
                "no"));
        line.addAll(more.subList(hasFile ? 1 : 0, more.size()));
        return line;
    }

    static Path log(Path directory) {
        return directory.resolve("redis.log");
    }
}
