package dev.tailback.web.health;

import dev.tailback.web.loops.LoopView;
import dev.tailback.web.loops.Loops;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * A loop that does not turn any more does not come back automatically: only a new start of the program helps, so it
 * does not count as alive.
 */
@Liveness
@Singleton
class LoopsHealth implements HealthIndicator {

    private final Loops loops;

    LoopsHealth(Loops loops) {
        this.loops = loops;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        List<LoopView> stuck = loops.stuck();
        Map<String, Object> details = new LinkedHashMap<>();
        loops.views().forEach(loop -> details.put(loop.name(), loop.state()));
        stuck.forEach(loop -> details.put(
                loop.name(), "stuck: no sign of life since " + loop.lastSignOfLife() + "; start the program again"));
        return Publishers.just(HealthResult.builder("loops", stuck.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build());
    }
}
