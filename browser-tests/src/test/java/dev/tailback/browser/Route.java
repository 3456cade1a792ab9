package dev.tailback.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A page of the service app. The list is the one that EveryRouteTest compares with the router itself, so that no page is
 * forgotten here that exists there.
 *
 * @param template the path, with names in braces for its variable parts
 */
record Route(String template) {
    private static final Path LIST = Path.of("../service-app/src/test/resources/access/routes.txt");
    private static final Pattern NO_PAGE =
            Pattern.compile("/(api|health|prometheus|swagger|assets|login/oidc|hub)(/.*)?");

    static List<Route> ofPages() {
        return ofPages(line -> true);
    }

    /** Those that an account with this role alone may read. */
    static List<Route> ofPagesFor(String role) {
        return ofPages(line -> Set.of(
                        line.substring(line.indexOf(':') + 1).trim().split(", "))
                .stream()
                .anyMatch(Set.of(role, "everybody")::contains));
    }

    private static List<Route> ofPages(Predicate<String> wanted) {
        try (var lines = Files.lines(LIST)) {
            return lines.filter(line -> line.startsWith("GET "))
                    .filter(wanted)
                    .map(line -> line.substring("GET ".length(), line.indexOf(':')))
                    .filter(path -> !NO_PAGE.matcher(path).matches())
                    .map(Route::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isFixed() {
        return !template.contains("{");
    }

    /** @param path without its query */
    boolean leadsTo(String path) {
        return path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }
}
