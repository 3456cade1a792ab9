package dev.tailback.hub.running;

import dev.tailback.hub.scores.Count;
import dev.tailback.hub.scores.CountScores;
import dev.tailback.web.loops.Loop;
import dev.tailback.web.loops.Loops;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts how good the values of the CRMs are, when it is due and no other hub does. A step is one page. */
@Singleton
class ScoresLoop {

    /** The database says whether it is due. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Loops loops;
    private final CountScores scores;
    private final WakeUp end = new WakeUp();
    private final List<Loop> running = new ArrayList<>();
    private Optional<Count> counting = Optional.empty();

    ScoresLoop(Loops loops, CountScores scores) {
        this.loops = loops;
        this.scores = scores;
    }

    @EventListener
    void start(ServerStartupEvent started) {
        running.add(loops.start("scores", this::step, end::now));
    }

    private void step() throws InterruptedException {
        counting = counting.or(scores::begin).filter(scores::next);
        if (counting.isEmpty()) {
            end.await(LOOK);
        }
    }

    @PreDestroy
    void stop() {
        running.forEach(Loop::close);
    }
}
