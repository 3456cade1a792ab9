package dev.tailback.standalone.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The arrows that docs/architecture.md shows to people: one row for each module, with the modules it may use. */
final class DrawnArrows {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (nothing|(?:`[a-z-]+`(?:, )?)+) \\|");
    private static final Pattern MODULE = Pattern.compile("`([a-z-]+)`");

    private DrawnArrows() {}

    static Map<String, Set<String>> in(String page) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        ROW.matcher(page).results().forEach(row -> arrows.put(row.group(1), modulesIn(row.group(2))));
        return arrows;
    }

    private static Set<String> modulesIn(String cell) {
        Set<String> modules = new TreeSet<>();
        MODULE.matcher(cell).results().forEach(module -> modules.add(module.group(1)));
        return modules;
    }
}
