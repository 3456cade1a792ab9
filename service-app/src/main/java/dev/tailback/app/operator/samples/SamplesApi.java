package dev.tailback.app.operator.samples;

import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Period;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The figures of the last hours, over HTTP. */
@Tag(name = "sync")
@Controller("/api/sync/samples")
@Secured({"viewer", "finance", "operator"})
@ExecuteOn(TaskExecutors.BLOCKING)
class SamplesApi {

    private final Samples samples;
    private final Clock clock;

    SamplesApi(Samples samples, Clock clock) {
        this.samples = samples;
        this.clock = clock;
    }

    /**
     * The figures of a period, the oldest first.
     *
     * @param since from then on: a time, or a duration back from now such as 6h
     * @param until before this
     * @return one sample a minute, or at most 360 that put several minutes together
     */
    @Get
    List<Sample> list(
            @QueryValue(defaultValue = "6h") @OneLine(max = 40) String since,
            @QueryValue(defaultValue = "") @OneLine(max = 40) String until) {
        Period period = Period.of(since, until, clock);
        Instant end = period.until().orElseGet(clock::instant);
        return samples.between(period.since().orElse(end.minus(Duration.ofHours(6))), end);
    }
}
