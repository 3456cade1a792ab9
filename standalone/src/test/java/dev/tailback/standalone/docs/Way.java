package dev.tailback.standalone.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The types that docs/flow.md lists on the way of one entry, one row for each leg:
 * {@code | leg | count | `Type`, ... |}.
 */
record Way(List<Leg> legs) {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-zA-Z ]+) \\| (\\d+) \\| (`.*) \\|$");

    static Way in(String rows) {
        return new Way(ROW.matcher(rows)
                .results()
                .map(row -> new Leg(
                        row.group(1), Integer.parseInt(row.group(2)), List.copyOf(Found.named(row.group(3), "\\w+"))))
                .toList());
    }

    int length() {
        return types().size();
    }

    private List<String> types() {
        return legs.stream().flatMap(leg -> leg.types().stream()).toList();
    }

    /** One sentence for each type that is not there or is listed twice, and for each wrong count. */
    List<String> complaints(Set<String> there) {
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Leg leg : legs) {
            if (leg.count() != leg.types().size()) {
                found.add(leg.name() + " lists " + leg.types().size() + " types and says " + leg.count());
            }
            leg.types().stream()
                    .filter(type -> !there.contains(type))
                    .forEach(type -> found.add(leg.name() + " lists " + type + ", which is not there"));
            leg.types().stream().filter(type -> !seen.add(type)).forEach(type -> found.add(type + " is listed twice"));
        }
        return found;
    }

    record Leg(String name, int count, List<String> types) {}
}
