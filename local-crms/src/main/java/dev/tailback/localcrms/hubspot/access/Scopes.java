package dev.tailback.localcrms.hubspot.access;

import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The scopes that the app has; they can be withdrawn and given back while the account runs. */
public final class Scopes {
    private volatile Set<String> granted = new TreeSet<>(all());

    public static Set<String> all() {
        Set<String> all = new LinkedHashSet<>(List.of("oauth"));
        for (ObjectType type : ObjectType.values()) {
            for (String of : List.of("objects", "schemas")) {
                all.add("crm." + of + "." + type.plural() + ".read");
                all.add("crm." + of + "." + type.plural() + ".write");
            }
        }
        return all;
    }

    public Set<String> granted() {
        return granted;
    }

    public boolean has(String scope) {
        return granted.contains(scope);
    }

    /** @throws IllegalArgumentException in one sentence */
    public void grant(Set<String> scopes) {
        for (String scope : scopes) {
            if (!all().contains(scope)) {
                throw new IllegalArgumentException(
                        "There is no scope " + scope + "; the scopes are " + String.join(", ", all()) + ".");
            }
        }
        granted = new TreeSet<>(scopes);
    }
}
