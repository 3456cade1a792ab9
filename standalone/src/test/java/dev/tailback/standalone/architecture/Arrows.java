package dev.tailback.standalone.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which module may use which: the arrows of the design. */
record Arrows(Map<String, Set<String>> allowed) {

    static final Arrows OF_THE_DESIGN = new Arrows(Map.ofEntries(
            Map.entry("program", Set.of()),
            Map.entry("tracing", Set.of("program")),
            Map.entry("field-mapping", Set.of()),
            Map.entry("salesforce-client", Set.of("program", "tracing", "field-mapping")),
            Map.entry("crm-connectors", Set.of("program", "field-mapping", "salesforce-client")),
            Map.entry("entry-queue", Set.of()),
            Map.entry("usage-record", Set.of("entry-queue")),
            Map.entry("local-org", Set.of("program")),
            Map.entry("local-crms", Set.of("program")),
            Map.entry("local-services", Set.of()),
            Map.entry("http-edge", Set.of("program")),
            Map.entry("web-base", Set.of("program", "http-edge")),
            Map.entry(
                    "service-app",
                    Set.of(
                            "program",
                            "tracing",
                            "field-mapping",
                            "salesforce-client",
                            "entry-queue",
                            "usage-record",
                            "http-edge",
                            "web-base")),
            Map.entry(
                    "sync-worker",
                    Set.of(
                            "program",
                            "tracing",
                            "field-mapping",
                            "salesforce-client",
                            "entry-queue",
                            "usage-record",
                            "http-edge")),
            Map.entry("integration-hub", Set.of("program", "http-edge", "web-base", "field-mapping", "crm-connectors")),
            Map.entry("operator-cli", Set.of("program")),
            Map.entry(
                    "verification",
                    Set.of(
                            "program",
                            "field-mapping",
                            "salesforce-client",
                            "entry-queue",
                            "usage-record",
                            "local-services",
                            "integration-hub")),
            Map.entry("standalone", Set.of("program", "local-services", "verification"))));

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
