package dev.tailback.standalone.docs;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names of metrics, as monitoring reads them. */
final class MetricNames {
    private static final String ENDING = "_(?:total|seconds|seconds_count|seconds_sum|seconds_max)";

    /** Groups of settings, a property of the JVM, a domain of users, the issuer of tokens. */
    private static final Set<String> NO_METRICS = Set.of(
            "tailback.archives",
            "tailback.alerts",
            "tailback.alerts.mail",
            "tailback.alerts.running",
            "tailback.alerts.webhook",
            "tailback.database",
            "tailback.home",
            "tailback.hub",
            "tailback.hub.allowance",
            "tailback.local",
            "tailback.loops",
            "tailback.oidc",
            "tailback.samples",
            "tailback.session");

    private MetricNames() {}

    static Set<String> toldWholeIn(String docs) {
        return Found.in(docs, "`(tailback_[a-z_]+)(?:\\{[^`]*\\})?`");
    }

    /** In the docs; `_ENDING` after a whole name stands for the same name with another ending. */
    static Set<String> toldIn(String docs) {
        Set<String> names = new TreeSet<>();
        for (String line : docs.lines().toList()) {
            Set<String> whole = toldWholeIn(line);
            names.addAll(whole);
            Set<String> endings = Found.in(line, "`(_[a-z_]+)`");
            whole.forEach(name -> endings.forEach(ending -> names.addAll(beside(name, ending))));
        }
        return names;
    }

    private static Set<String> beside(String whole, String ending) {
        Set<String> possible = new TreeSet<>();
        for (int end = whole.lastIndexOf('_'); end > 0; end = whole.lastIndexOf('_', end - 1)) {
            possible.add(whole.substring(0, end) + ending);
        }
        return possible;
    }

    /** Every name of the form {@code "tailback.waiting.entries"} that is no property or the like. */
    static Set<String> registeredIn(String sources) {
        Set<String> names = Found.in(sources, "\"(tailback(?:\\.[a-z]+)+)\"");
        names.removeAll(NO_METRICS);
        Found.in(sources, "\\bgauge\\(\"([a-z.]+)\"").stream()
                .filter(name -> !name.startsWith("tailback"))
                .forEach(name -> names.add("tailback.queue." + name));
        return names.stream().map(name -> name.replace('.', '_')).collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean mean(String told, String is) {
        return told.equals(is) || told.matches(is + ENDING);
    }
}
