package dev.tailback.app.doctor;

import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.QueueStatus;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.queue.RedisServer;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Redis holds copies, so nothing there can lose an entry; but it can make each of them late. */
@Singleton
@Order(2)
class RedisCheck implements Check {

    private static final String AREA = "Redis";

    private final EntryQueue queue;

    RedisCheck(EntryQueue queue) {
        this.queue = queue;
    }

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public List<Line> look() {
        try {
            return judged(queue.operations().servers(), queue.operations().status());
        } catch (QueueUnavailable away) {
            return List.of(broken("reachable", away.getMessage()));
        }
    }

    private static List<Line> judged(List<RedisServer> servers, QueueStatus status) {
        List<Line> lines = new ArrayList<>();
        servers.forEach(server -> {
            lines.add(Line.held(AREA, "version", "Redis " + server.version() + " answers."));
            lines.add(persistence(server));
        });
        if (servers.stream().allMatch(server -> server.whenFull().equals("noeviction"))) {
            lines.add(Line.held(AREA, "maxmemory-policy", "Redis deletes nothing when it is full (noeviction)."));
        }
        status.warnings()
                .forEach(warning -> lines.add(Line.of(
                        Verdict.LOSS,
                        AREA,
                        "maxmemory-policy",
                        sentence(warning),
                        "Set maxmemory-policy noeviction.")));
        status.unavailable().forEach(part -> lines.add(broken("reachable", part.reason())));
        status.refusal().ifPresent(reason -> lines.add(broken("taking", reason)));
        return List.copyOf(lines);
    }

    private static Line persistence(RedisServer server) {
        if (!server.savesWell()) {
            return Line.of(
                    Verdict.BROKEN,
                    AREA,
                    "persistence",
                    "The last time Redis wrote to its disk, that failed.",
                    "Make room on its disk, and look into its log.");
        }
        return server.appends()
                ? Line.held(
                        AREA,
                        "persistence",
                        "Redis keeps what it is told in a file (appendonly). How often it syncs the file it tells only "
                                + "administrators; appendfsync everysec is enough.")
                : Line.of(
                        Verdict.LOSS,
                        AREA,
                        "persistence",
                        "Redis keeps nothing through a restart (appendonly no): nothing is lost, but each time the "
                                + "queue is built again from PostgreSQL, and answers on their way are asked for again.",
                        "Set appendonly yes and appendfsync everysec.");
    }

    private static Line broken(String about, String reason) {
        return Line.of(
                Verdict.BROKEN,
                AREA,
                about,
                sentence(reason),
                "Until then ads are saved and wait; docs/runbook.md says more about Redis.");
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
