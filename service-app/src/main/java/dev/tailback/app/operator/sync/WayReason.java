package dev.tailback.app.operator.sync;

import dev.tailback.app.operator.pause.PauseView;
import dev.tailback.web.loops.LoopView;
import dev.tailback.web.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One reason why nothing is sent now. Pages say it in the reader's language, the API in English.
 *
 * @param key of its text
 * @param values that stand in the text
 * @param words what the worker or the queue said about it, in its own words
 */
public record WayReason(String key, List<Object> values, Optional<String> words) {

    private static final String REBUILT = "way.queue-rebuilt";

    /** The operator's pause comes first. */
    public static List<WayReason> of(SyncView sync) {
        return of(sync.pause(), sync.queue(), sync.workers(), sync.loops());
    }

    static List<WayReason> of(PauseView pause, QueueView queue, List<WorkerView> workers, List<LoopView> loops) {
        List<WayReason> reasons = new ArrayList<>();
        if (pause.paused()) {
            reasons.add(new WayReason("way.paused", List.of(pause.who(), pause.reason()), Optional.empty()));
        }
        if (!queue.state().equals("open")) {
            ofQueue(pause, queue).ifPresent(reasons::add);
        } else if (workers.isEmpty()) {
            reasons.add(new WayReason("way.no-worker", List.of(), Optional.empty()));
        }
        workers.stream()
                .filter(WayReason::sendsNothing)
                .map(worker -> ofOutage(worker.code().orElse(""), worker.reason()))
                .distinct()
                .forEach(reasons::add);
        loops.stream()
                .filter(LoopView::asksForANewStart)
                .map(loop -> new WayReason("way.stuck", List.of(loop.name()), Optional.empty()))
                .forEach(reasons::add);
        return List.copyOf(reasons);
    }

    /** Of the other reasons for which a worker is idle, the queue tells itself. */
    private static boolean sendsNothing(WorkerView worker) {
        return worker.state().equals("outage")
                || worker.code()
                        .map(OutageKind::of)
                        .filter(kind -> kind == OutageKind.MAPPING || kind == OutageKind.SCHEMA)
                        .isPresent();
    }

    private static Optional<WayReason> ofQueue(PauseView pause, QueueView queue) {
        return switch (queue.state()) {
            case "unavailable" ->
                Optional.of(new WayReason(
                        queue.available() ? "way.queue-part" : "way.queue-away", List.of(), Optional.empty()));
            case "refusing" -> Optional.of(new WayReason("way.queue-refusing", List.of(), queue.reason()));
            case "paused" ->
                pause.paused()
                        ? Optional.empty()
                        : Optional.of(new WayReason(
                                "way.paused-by-person", List.of(queue.reason().orElse("–")), Optional.empty()));
            default -> Optional.of(new WayReason(REBUILT, List.of(), Optional.empty()));
        };
    }

    private static WayReason ofOutage(String code, Optional<String> words) {
        return new WayReason("outage." + OutageKind.of(code).word(), List.of(), words);
    }

    /** What ends by itself, soon after a start. */
    public boolean isRebuild() {
        return key.equals(REBUILT);
    }

    /** In the reader's language, without the words. */
    public String in(Texts texts) {
        return texts.of(key, values.toArray());
    }

    /** As the API tells it: what the worker said is enough, what the queue said explains ours. */
    String inEnglish() {
        String ours = in(Texts.english());
        return key.startsWith("outage.")
                ? words.orElse(ours)
                : words.map(said -> ours + " " + said + ".").orElse(ours);
    }
}
