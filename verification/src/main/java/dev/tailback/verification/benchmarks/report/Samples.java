package dev.tailback.verification.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The same figure of several rounds, or of many entries. */
public final class Samples {
    private final List<Double> values = new ArrayList<>();

    public Samples add(double value) {
        values.add(value);
        return this;
    }

    /** @param share 0.5 for the median, 0.99 for what one in a hundred exceeds */
    public double at(double share) {
        if (values.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    public double median() {
        return at(0.5);
    }

    public double largest() {
        return at(1);
    }

    public List<Double> values() {
        return List.copyOf(values);
    }

    public int size() {
        return values.size();
    }

    /** The median, with the least and the largest if there are several: {@code 1.8 (1.6 to 2.1)}. */
    public String shown(int decimals) {
        String median = number(median(), decimals);
        return values.size() == 1
                ? median
                : median + " (" + number(at(0), decimals) + " to " + number(largest(), decimals) + ")";
    }

    public static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
