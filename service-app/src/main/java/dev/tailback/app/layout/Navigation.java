package dev.tailback.app.layout;

import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The pages in the bar, in its order, each with the roles that see it. */
public enum Navigation {
    CONTRACTS("/", "navigation.contracts", Set.of("service", "finance", "operator", "viewer")),
    ADS("/ads", "navigation.ads", Set.of("service", "finance", "operator", "viewer")),
    REQUESTS("/requests", "navigation.requests", Set.of("service", "finance", "operator", "viewer")),
    FINANCE("/finance", "navigation.finance", Set.of("finance", "operator", "admin", "viewer")),
    CONSOLE("/console", "navigation.console", Set.of("viewer", "finance", "operator")),
    ACCOUNTS("/accounts", "navigation.accounts", Set.of("admin"));

    private final String path;
    private final String textKey;
    private final Set<String> roles;

    Navigation(String path, String textKey, Set<String> roles) {
        this.path = path;
        this.textKey = textKey;
        this.roles = roles;
    }

    static List<Navigation> of(Visitor visitor) {
        return Arrays.stream(values())
                .filter(page -> visitor.hasOneOf(page.roles))
                .toList();
    }

    Set<String> roles() {
        return roles;
    }

    public String path() {
        return path;
    }

    public String textKey() {
        return textKey;
    }

    /** For {@code aria-current}: "page" on the page itself, "true" on a page below it, null elsewhere. */
    public @Nullable String current(Visitor visitor) {
        if (visitor.path().equals(path)) {
            return "page";
        }
        boolean below = !path.equals("/") && visitor.path().startsWith(path + "/");
        return below ? "true" : null;
    }
}
