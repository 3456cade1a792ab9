package dev.tailback.hub.entity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The text of a list: items with semicolons between them, each once, sorted, so that equal lists are equal texts. */
public final class Items {

    private static final Comparator<String> ORDER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private Items() {}

    public static List<String> of(String text) {
        return sorted(Arrays.asList(text.split(";")));
    }

    public static String text(Collection<String> items) {
        return String.join(";", sorted(items));
    }

    private static List<String> sorted(Collection<String> items) {
        TreeSet<String> sorted = new TreeSet<>(ORDER);
        items.stream().map(String::strip).filter(item -> !item.isEmpty()).forEach(sorted::add);
        return List.copyOf(sorted);
    }
}
