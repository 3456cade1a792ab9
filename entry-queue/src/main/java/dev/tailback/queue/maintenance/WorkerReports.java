package dev.tailback.queue.maintenance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.queue.BoundedText;
import dev.tailback.queue.WorkerReport;
import dev.tailback.queue.WorkerState;
import dev.tailback.queue.scripts.AllShards;
import dev.tailback.queue.scripts.ShardScripts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workers' heartbeats as JSON in Redis: in every shard, so that none hides the workers when it is down. */
public record WorkerReports(AllShards shards) {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerReports.class);
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);
    private static final int LONGEST_REPORT = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_WORKERS = 1_000;
    private static final long LATEST_MILLIS = 253_402_300_799_999L;
    private static final long LONGEST_GATHERING = Duration.ofHours(1).toMillis();
    private static final ObjectMapper JSON = new ObjectMapper();

    public void keep(WorkerReport report) {
        String text = write(report);
        shards.askLiving(shard -> shard.number("report", report.workerId(), text));
    }

    /** The latest of every worker, from the shards that answer. */
    public List<WorkerReport> all() {
        Map<String, WorkerReport> latest = new TreeMap<>();
        shards.askLiving(WorkerReports::in).stream()
                .flatMap(List::stream)
                .forEach(report -> latest.merge(report.workerId(), report, WorkerReports::later));
        return List.copyOf(latest.values());
    }

    private static List<WorkerReport> in(ShardScripts shard) {
        List<Object> reply = shard.list("workers", Long.toString(FORGOTTEN_AFTER.toMillis()));
        List<WorkerReport> reports = new ArrayList<>();
        for (int i = 0; i < Math.min(reply.size(), 2 * MOST_WORKERS); i += 2) {
            read(reply.get(i).toString(), Instant.ofEpochMilli((Long) reply.get(i + 1)))
                    .ifPresent(reports::add);
        }
        return reports;
    }

    private static WorkerReport later(WorkerReport one, WorkerReport other) {
        return one.seenAt().isBefore(other.seenAt()) ? other : one;
    }

    private static String write(WorkerReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("worker", report.workerId())
                .put("state", report.state().name())
                .put("since", report.since().toEpochMilli())
                .put("calls", report.callsInFlight());
        report.code().ifPresent(code -> json.put("code", code));
        report.reason().ifPresent(reason -> json.put("reason", reason));
        report.nextProbeAt().ifPresent(at -> json.put("probe", at.toEpochMilli()));
        report.apiUsed().ifPresent(used -> json.put("used", used));
        report.apiLimit().ifPresent(limit -> json.put("limit", limit));
        report.gathering()
                .ifPresent(gathering -> json.put("every", gathering.every().toMillis())
                        .put("until", gathering.until().toEpochMilli()));
        return json.toString();
    }

    // A worker of a newer version may report what this one cannot read; its next report comes in seconds anyway.
    private static Optional<WorkerReport> read(String text, Instant seenAt) {
        if (text.length() > LONGEST_REPORT) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(text);
            return Optional.of(new WorkerReport(
                    BoundedText.of(json.required("worker").asText(), LONGEST_NAME),
                    WorkerState.valueOf(json.required("state").asText()),
                    Optional.ofNullable(json.path("code").textValue()).map(code -> BoundedText.of(code, LONGEST_NAME)),
                    Optional.ofNullable(json.path("reason").textValue())
                            .map(reason -> BoundedText.of(reason, LONGEST_REPORT)),
                    time(json.required("since").asLong()),
                    json.has("probe") ? Optional.of(time(json.get("probe").asLong())) : Optional.empty(),
                    number(json, "used"),
                    number(json, "limit"),
                    json.path("calls").asInt(),
                    gathering(json),
                    seenAt));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            LOG.debug("A worker's report cannot be read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<WorkerReport.Gathering> gathering(JsonNode json) {
        return json.has("every") && json.has("until")
                ? Optional.of(new WorkerReport.Gathering(
                        Duration.ofMillis(Math.max(
                                0, Math.min(LONGEST_GATHERING, json.get("every").asLong()))),
                        time(json.get("until").asLong())))
                : Optional.empty();
    }

    private static Instant time(long millis) {
        return Instant.ofEpochMilli(Math.max(0, Math.min(LATEST_MILLIS, millis)));
    }

    private static OptionalLong number(JsonNode json, String field) {
        return json.path(field).isIntegralNumber()
                ? OptionalLong.of(json.get(field).asLong())
                : OptionalLong.empty();
    }
}
