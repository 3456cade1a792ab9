package dev.tailback.standalone.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A list of types in docs/flow.md, such as those on the way of one entry, one row for each leg:
 * {@code | leg | count | `Type`, ... |}.
 */
record Way(List<Leg> legs) {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-zA-Z ]+) \\| (\\d+) \\| (`.*) \\|$");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    /** The table with this head, up to its end. */
    static Way under(String head, String page) {
        int begin = page.indexOf("| " + head + " | types | which |");
        if (begin < 0) {
            throw new IllegalArgumentException("The page has no table of '" + head + "'");
        }
        int end = page.indexOf("\n\n", begin);
        return in(page.substring(begin, end < 0 ? page.length() : end));
    }

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

    List<String> types() {
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

    /** One sentence for each type whose source, comments left out, names one of these. */
    List<String> knowing(Way shapes, UnaryOperator<String> source) {
        List<String> found = new ArrayList<>();
        for (String type : types()) {
            String code = COMMENT.matcher(source.apply(type)).replaceAll("");
            shapes.types().stream()
                    .filter(shape -> Pattern.compile("(?<![\\w.])" + shape + "\\b")
                            .matcher(code)
                            .find())
                    .forEach(shape -> found.add(type + " knows " + shape));
        }
        return found;
    }

    record Leg(String name, int count, List<String> types) {}
}
