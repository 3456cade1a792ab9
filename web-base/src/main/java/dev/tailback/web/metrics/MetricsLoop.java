package dev.tailback.web.metrics;

import dev.tailback.web.loops.LoopWork;
import dev.tailback.web.loops.WakeUp;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the figures now and then, so that a scrape costs nothing and works while a source is down. */
@Singleton
@Requires(property = "operator-metrics.running", notEquals = "false")
class MetricsLoop implements LoopWork {

    private final List<Source> sources;
    private final MetricsSettings settings;
    private final WakeUp end = new WakeUp();

    MetricsLoop(List<Source> sources, MetricsSettings settings) {
        this.sources = List.copyOf(sources);
        this.settings = settings;
    }

    @Override
    public String name() {
        return "operator-metrics";
    }

    @Override
    public void round() throws InterruptedException {
        read();
        end.await(settings.readEvery());
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

    @Override
    public void wake() {
        end.now();
    }
}
