package dev.tailback.app.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who may use which route, as {@code access/routes.txt} says it and not as the code does. */
final class RouteTable {

    /** Every role but admin, who may use all routes. */
    static final List<String> ROLES = List.of("service", "finance", "operator", "viewer");

    private static final String OPEN = "open";
    private static final String EVERYBODY = "everybody";

    private final Map<String, Set<String>> rows = new LinkedHashMap<>();

    static RouteTable read() {
        try (InputStream file = RouteTable.class.getResourceAsStream("/access/routes.txt")) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteTable of(String text) {
        RouteTable table = new RouteTable();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(": ", 2))
                .forEach(parts -> table.add(parts[0], Set.of(parts[1].split(", "))));
        return table;
    }

    private void add(String route, Set<String> allowed) {
        for (String word : allowed) {
            if (!ROLES.contains(word) && !List.of("admin", OPEN, EVERYBODY).contains(word)) {
                throw new IllegalStateException("routes.txt knows no role '" + word + "': " + route);
            }
        }
        if (rows.put(route, allowed) != null) {
            throw new IllegalStateException("routes.txt has two lines for " + route);
        }
    }

    Set<String> routes() {
        return rows.keySet();
    }

    /** What the program offers and this table does not name. */
    Set<String> unlisted(Set<String> offered) {
        Set<String> unlisted = new TreeSet<>(offered);
        unlisted.removeAll(rows.keySet());
        return unlisted;
    }

    /** What this table names and the program does not offer. */
    Set<String> gone(Set<String> offered) {
        Set<String> gone = new TreeSet<>(rows.keySet());
        gone.removeAll(offered);
        return gone;
    }

    boolean isOpen(String route) {
        return rows.get(route).contains(OPEN);
    }

    boolean allows(String route, String role) {
        Set<String> allowed = rows.get(route);
        return role.equals("admin") || isOpen(route) || allowed.contains(EVERYBODY) || allowed.contains(role);
    }
}
