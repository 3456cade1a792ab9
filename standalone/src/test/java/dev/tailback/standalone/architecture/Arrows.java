package dev.tailback.standalone.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which module may use which: the arrows of the design. The story's use of names is standalone's own. */
record Arrows(Map<String, Set<String>> allowed) {

    static final Arrows OF_THE_DESIGN = new Arrows(Map.of(
            "program", Set.of(),
            "salesforce-client", Set.of("program"),
            "usage-queue", Set.of(),
            "local-org", Set.of("program"),
            "local-services", Set.of(),
            "http-edge", Set.of("program"),
            "service-app", Set.of("program", "salesforce-client", "usage-queue", "http-edge"),
            "sync-worker", Set.of("program", "salesforce-client", "usage-queue", "http-edge"),
            "standalone", Set.of("program", "salesforce-client", "usage-queue", "local-services")));

    /** One sentence for each use that the design does not allow. */
    List<String> violatedBy(List<Use> uses) {
        return uses.stream()
                .filter(use -> !use.from().equals(use.to()))
                .filter(use -> !allowed.get(use.from()).contains(use.to()))
                .map(Use::toString)
                .distinct()
                .sorted()
                .toList();
    }

    /** A class of one module uses a class of another. */
    record Use(String from, String to, String user, String used) {
        @Override
        public String toString() {
            return from + " uses " + to + ": " + user + " -> " + used;
        }
    }
}
