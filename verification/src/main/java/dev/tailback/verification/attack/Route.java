package dev.tailback.verification.attack;

import java.util.Comparator;
import java.util.Set;

/**
 * A method and the address it is asked for.
 *
 * @param template the path, with names in braces for its variable parts
 */
record Route(String method, String template) implements Comparable<Route> {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Comparator<Route> ORDER =
            Comparator.comparing(Route::template).thenComparing(Route::method);

    boolean writes() {
        return !SAFE.contains(method);
    }

    boolean isOfApi() {
        return template.startsWith("/api/");
    }

    @Override
    public int compareTo(Route other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
