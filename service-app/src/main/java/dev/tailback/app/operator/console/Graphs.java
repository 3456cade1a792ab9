package dev.tailback.app.operator.console;

import dev.tailback.app.operator.samples.Sample;
import dev.tailback.app.operator.samples.Samples;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The graphs of the console. */
@Singleton
class Graphs {

    /** What one can choose, as it stands in the address. */
    static final Map<String, Duration> SPANS = Map.of(
            "1h",
            Duration.ofHours(1),
            "6h",
            Duration.ofHours(6),
            "24h",
            Duration.ofHours(24),
            "7d",
            Duration.ofDays(7));

    static final String USUAL = "6h";

    private final Samples samples;
    private final Clock clock;

    Graphs(Samples samples, Clock clock) {
        this.samples = samples;
        this.clock = clock;
    }

    /** @param span one of {@link #SPANS}; any other is the usual one */
    List<Graph> of(String span) {
        Instant until = clock.instant();
        Instant since = until.minus(SPANS.getOrDefault(span, SPANS.get(USUAL)));
        List<Sample> read = samples.between(since, until);
        return List.of(
                Graph.of("waiting", read, since, until, sample -> sample.waiting() + sample.retrying()),
                Graph.of("parked", read, since, until, Sample::parked),
                Graph.of("accepted", read, since, until, Sample::accepted),
                Graph.of("oldest", read, since, until, sample -> sample.oldestAgeSeconds() / 60),
                Graph.of("calls", read, since, until, sample -> sample.apiUsed().orElse(0L)));
    }
}
