package dev.tailback.hub.metrics;

import dev.tailback.web.metrics.Source;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Figures of one source, each with a row for every CRM or the like. While they cannot be read there are no rows. */
final class Gauges implements Source {

    private record One(MultiGauge gauge, List<String> keys, Supplier<List<Figure>> figures) {

        void read() {
            gauge.register(figures.get().stream().map(this::row).toList(), true);
        }

        private MultiGauge.Row<?> row(Figure figure) {
            List<Tag> tags = IntStream.range(0, keys.size())
                    .mapToObj(index -> Tag.of(keys.get(index), figure.word(index)))
                    .toList();
            return MultiGauge.Row.of(Tags.of(tags), figure.figure());
        }
    }

    private final MeterRegistry registry;
    private final List<One> all = new ArrayList<>();

    Gauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param keys of the figures' words, in their order */
    Gauges add(String name, String description, List<String> keys, Supplier<List<Figure>> figures) {
        MultiGauge gauge = MultiGauge.builder(name).description(description).register(registry);
        all.add(new One(gauge, List.copyOf(keys), figures));
        return this;
    }

    @Override
    public void read() {
        all.forEach(One::read);
    }

    @Override
    public void isUnknown() {
        all.forEach(one -> one.gauge().register(List.of(), true));
    }
}
