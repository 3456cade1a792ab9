package dev.tailback.verification.benchmarks.drain;

import dev.tailback.verification.benchmarks.report.Samples;
import dev.tailback.verification.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;

/** Each fixed number of calls at one time, and the number that the worker finds between its bounds. */
final class FixedAndFound {
    private final List<Integer> fixed;
    private final String bounds;
    private final int most;
    private final Table table;

    /** @param bounds two numbers with a hyphen between */
    FixedAndFound(List<Integer> fixed, String bounds) {
        this.fixed = fixed;
        this.bounds = bounds;
        this.most = Integer.parseInt(bounds.substring(bounds.indexOf('-') + 1));
        this.table = new Table(headings());
    }

    private String[] headings() {
        List<String> headings = new ArrayList<>(List.of("Salesforce"));
        fixed.forEach(number -> headings.add("always " + number));
        headings.addAll(List.of(bounds, "beside the best fixed"));
        return headings.toArray(String[]::new);
    }

    /** Records a second, number after number and then the one that is found, in each round; adds a row. */
    void measure(Weather weather, Drains drains, int rounds) {
        List<Samples> rates = fixed.stream().map(number -> new Samples()).toList();
        Samples found = new Samples();
        for (int round = 0; round < rounds; round++) {
            for (int index = 0; index < fixed.size(); index++) {
                int number = fixed.get(index);
                rates.get(index)
                        .add(drains.ours(Integer.toString(number), number).perSecond());
            }
            found.add(drains.ours(bounds, most).perSecond());
        }
        double best = rates.stream().mapToDouble(Samples::median).max().orElseThrow();
        List<Object> row = new ArrayList<>(List.of(name(weather)));
        rates.forEach(rate -> row.add(rate.shown(0)));
        row.add(found.shown(0));
        row.add("× " + Samples.number(found.median() / best, 2));
        table.row(row.toArray());
    }

    private static String name(Weather weather) {
        String name = weather.latencyMs() + " ms";
        return weather.limits().isEmpty()
                ? name
                : name + ", at most "
                        + String.join(
                                ", ",
                                weather.limits().stream().map(String::valueOf).toList()) + " at one time in turn";
    }

    Table table() {
        return table;
    }
}
