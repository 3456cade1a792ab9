package dev.tailback.app.metrics;

import dev.tailback.app.loops.Loop;
import dev.tailback.app.loops.Loops;
import dev.tailback.app.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the figures now and then, so that a scrape costs nothing and works while a source is down. */
@Singleton
@Requires(property = "operator-metrics.running", notEquals = "false")
class MetricsLoop {

    private final List<Source> sources;
    private final MetricsSettings settings;
    private final Loops loops;
    private final WakeUp end = new WakeUp();
    private Loop loop;

    MetricsLoop(List<Source> sources, MetricsSettings settings, Loops loops) {
        this.sources = List.copyOf(sources);
        this.settings = settings;
        this.loops = loops;
    }

    @EventListener
    void start(StartupEvent started) {
        loop = loops.start(
                "operator-metrics",
                () -> {
                    read();
                    end.await(settings.readEvery());
                },
                end::now);
    }

    /** All of them; one that is down makes its own figures unknown, and is told at the end. */
    void read() {
        RuntimeException down = null;
        for (Source source : sources) {
            try {
                source.read();
            } catch (RuntimeException failure) {
                source.isUnknown();
                down = failure;
            }
        }
        if (down != null) {
            throw down;
        }
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
