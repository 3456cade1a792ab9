package dev.tailback.app.operator.console;

import dev.tailback.app.operator.samples.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * A small graph: a line for eyes, and the same values in a short table.
 *
 * @param name the last part of the key of its title
 * @param lines points in a box of 360 by 60; the line is broken where nothing was known
 * @param most the highest value
 * @param rows at most a dozen values: the highest of each stretch of time
 */
public record Graph(String name, List<String> lines, long most, List<Row> rows) {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 60;
    private static final int ROWS = 12;

    /** The highest value from then on. */
    public record Row(Instant from, long value) {}

    static Graph of(String name, List<Sample> samples, Instant since, Instant until, ToLongFunction<Sample> value) {
        long most = samples.stream().mapToLong(value).max().orElse(0);
        return new Graph(
                name, lines(samples, since, until, value, Math.max(1, most)), most, rows(samples, since, until, value));
    }

    private static List<String> lines(
            List<Sample> samples, Instant since, Instant until, ToLongFunction<Sample> value, long most) {
        double seconds = Math.max(1, Duration.between(since, until).toSeconds());
        double gap = Math.max(180, seconds / 60);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        Instant last = Instant.MIN;
        for (Sample sample : samples) {
            if (!line.isEmpty() && Duration.between(last, sample.at()).toSeconds() > gap) {
                lines.add(line.toString());
                line.setLength(0);
            }
            double x = Math.max(0, Duration.between(since, sample.at()).toSeconds()) / seconds * WIDTH;
            double y = HEIGHT - 2 - (HEIGHT - 4) * ((double) value.applyAsLong(sample) / most);
            line.append(line.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
            last = sample.at();
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return List.copyOf(lines);
    }

    private static List<Row> rows(List<Sample> samples, Instant since, Instant until, ToLongFunction<Sample> value) {
        Duration step = Duration.between(since, until).dividedBy(ROWS);
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < ROWS; index++) {
            Instant from = since.plus(step.multipliedBy(index));
            samples.stream()
                    .filter(sample -> !sample.at().isBefore(from) && sample.at().isBefore(from.plus(step)))
                    .mapToLong(value)
                    .max()
                    .ifPresent(highest -> rows.add(new Row(from, highest)));
        }
        return List.copyOf(rows);
    }
}
