package dev.tailback.app.adsearch;

import java.util.Arrays;
import java.util.Optional;

/** In which order ads are listed. Each order has an index, so that the first page of many is there at once. */
public enum AdOrder {
    NEWEST("newest", "a.number desc"),
    OLDEST("oldest", "a.number"),
    CHANGED("changed", "a.changed_at desc, a.number desc"),
    TITLE("title", "lower(a.title), a.number"),
    /** The next days first; ads without a day come last. */
    SERVICE_DATE("serviceDate", "a.service_date, a.number");

    private final String word;
    private final String sql;

    AdOrder(String word, String sql) {
        this.word = word;
        this.sql = sql;
    }

    /** As it stands in an address. */
    public String word() {
        return word;
    }

    String sql() {
        return "order by " + sql + "\n";
    }

    static Optional<AdOrder> named(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
