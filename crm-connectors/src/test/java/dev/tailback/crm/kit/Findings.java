package dev.tailback.crm.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the kit in a test. */
public final class Findings {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Findings() {}

    public static List<Finding> of(Subject subject, int recordsOfOneTime) {
        return new ContractKit(LONGEST, recordsOfOneTime).run(subject, "t");
    }

    /** All checks hold, and only these could not be tried. */
    public static void assertKept(List<Finding> findings, Set<String> notTried) {
        assertEquals("", sentences(findings, Finding.Outcome.NOT_HELD));
        assertEquals(
                notTried,
                findings.stream()
                        .filter(finding -> finding.outcome() == Finding.Outcome.NOT_TRIED)
                        .map(Finding::check)
                        .collect(Collectors.toSet()));
    }

    /** This check and no other is broken. */
    public static void assertFound(List<Finding> findings, String... checks) {
        assertEquals(
                Set.of(checks),
                findings.stream()
                        .filter(finding -> finding.outcome() == Finding.Outcome.NOT_HELD)
                        .map(Finding::check)
                        .collect(Collectors.toSet()),
                sentences(findings, Finding.Outcome.NOT_HELD));
    }

    private static String sentences(List<Finding> findings, Finding.Outcome outcome) {
        return findings.stream()
                .filter(finding -> finding.outcome() == outcome)
                .map(Finding::sentence)
                .collect(Collectors.joining("\n"));
    }
}
