package dev.tailback.web.loops;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Starts every work's loop with the program, and closes it before anything that the work needs is closed. */
@Singleton
class RunningLoops {

    private final List<LoopWork> works;
    private final Loops loops;
    private final List<Loop> running = new ArrayList<>();

    RunningLoops(List<LoopWork> works, Loops loops) {
        this.works = List.copyOf(works);
        this.loops = loops;
    }

    @EventListener
    void start(StartupEvent started) {
        works.forEach(work -> running.add(loops.start(work.name(), work::round, work::wake)));
    }

    @PreDestroy
    void stop() {
        running.forEach(Loop::close);
    }
}
