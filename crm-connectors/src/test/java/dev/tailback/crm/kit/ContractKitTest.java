package dev.tailback.crm.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.kit.MemoryConnector.Flaw;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit finds nothing wrong with a good connector, and each flaw of a bad one. */
class ContractKitTest {

    private static final int ONE_TIME = 500;

    private static final Map<Flaw, Set<String>> FOUND = Map.ofEntries(
            Map.entry(Flaw.DROPS_A_CHANGE, Set.of("Everything that was created and changed is told, with its values")),
            Map.entry(Flaw.REPEATS_A_PAGE, Set.of("The last page comes though records go on changing")),
            Map.entry(Flaw.WRITES_BLINDLY, Set.of("A value that a person changed is not written over")),
            Map.entry(Flaw.FORGETS_DELETIONS, Set.of("A deletion is told")),
            Map.entry(Flaw.TAKES_MERGES_FOR_DELETIONS, Set.of("A merge is told, with the record that stays")),
            Map.entry(
                    Flaw.MAKES_A_RECORD_FOR_EACH_UPSERT,
                    Set.of("An upsert by key makes one record, however often it is sent")),
            Map.entry(
                    Flaw.STARTS_ANEW_WITHOUT_A_WORD, Set.of("A foreign cursor leads to a full read, and this is said")),
            Map.entry(Flaw.KEEPS_ITS_STAMP, Set.of("The stamp of the schema changes with it, and only then")),
            Map.entry(
                    Flaw.ANSWERS_IN_ANOTHER_ORDER,
                    Set.of("One bad record does not keep the others from being written")),
            Map.entry(
                    Flaw.REFUSES_WITHOUT_A_FIELD,
                    Set.of("What the CRM refuses has its code, its field and a sentence")),
            Map.entry(Flaw.CREATES_WHAT_IS_GONE, Set.of("A record that is gone is answered as gone")),
            Map.entry(Flaw.TELLS_OTHER_VALUES_THAN_IT_STORED, Set.of("A new record is accepted, and can be read")),
            Map.entry(
                    Flaw.CUTS_VERY_MANY,
                    Set.of("As many upserts as one call takes make one record each, and each has its own answer")),
            Map.entry(Flaw.THROWS, Set.of("A new record is accepted, and can be read")));

    @Test
    void a_good_connector_is_found_good_and_what_could_not_be_tried_is_said() {
        List<Finding> findings = run(Flaw.NONE);

        assertEquals(Set.of(), checks(findings, Finding.Outcome.NOT_HELD));
        assertTrue(
                checks(findings, Finding.Outcome.NOT_TRIED).contains("Nothing is sent while the CRM told us to wait"));
    }

    @ParameterizedTest
    @EnumSource(value = Flaw.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void each_flaw_is_found(Flaw flaw) {
        Set<String> found = checks(run(flaw), Finding.Outcome.NOT_HELD);

        assertTrue(found.containsAll(FOUND.getOrDefault(flaw, Set.of("a check for it"))), flaw + ": " + found);
    }

    @Test
    void a_connector_that_takes_every_answer_for_a_good_one_is_found_by_each_fault() {
        MemoryCrm crm = new MemoryCrm();
        try (Relay relay = Relay.before(URI.create("http://127.0.0.1:9"))) {
            Set<String> found = checks(
                    new ContractKit(Duration.ofMinutes(1), ONE_TIME)
                            .run(subject(crm, Flaw.NONE).with(relay), "t"),
                    Finding.Outcome.NOT_HELD);

            assertTrue(found.contains("A CRM that is down is unavailable, and is used again when it is back"));
            assertTrue(found.contains("A CRM that takes no connection is unavailable"));
            assertTrue(found.contains("Nothing is sent while the CRM told us to wait"));
            assertTrue(found.contains("A lost answer is an unknown outcome, and a repeat does no harm"));
            assertTrue(found.contains("A page of HTML is told in one sentence, and nothing is taken from it"));
        }
    }

    private static List<Finding> run(Flaw flaw) {
        return new ContractKit(Duration.ofMinutes(1), ONE_TIME).run(subject(new MemoryCrm(), flaw), "t");
    }

    private static Subject subject(MemoryCrm crm, Flaw flaw) {
        return Subject.of(() -> new MemoryConnector(crm, flaw), MemoryCrm.playground(), time -> {})
                .with(crm)
                .withSchemaChange(crm::changeSchema);
    }

    private static Set<String> checks(List<Finding> findings, Finding.Outcome outcome) {
        return findings.stream()
                .filter(finding -> finding.outcome() == outcome)
                .map(Finding::check)
                .collect(Collectors.toSet());
    }
}
