package dev.tailback.app.outcomes;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.app.testing.Worker;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import dev.tailback.usage.UsageRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApplyOutcomeTest {

    private static final AtomicInteger DELIVERIES = new AtomicInteger();
    private static Org org;
    private static Line line;
    private final String contract = Ids.contract();
    private final String small = Ids.product();

    @BeforeAll
    static void start() {
        org = Org.start();
        org.goDown();
        line = Line.to(org.address());
    }

    @AfterAll
    static void end() {
        line.close();
        org.close();
    }

    @Test
    void an_outcome_that_comes_twice_counts_once() {
        Answer created = create(2);
        Outcome accepted = outcome(created, 1, OutcomeKind.ACCEPTED);
        apply(accepted);
        apply(accepted);
        Answer reported = line.staff().read(created);
        assertEquals("Reported", reported.state(0));
        assertEquals(2, reported.entry(0).path("history").size());
        assertEquals(
                2, line.number("select sum(consumed_change) from usage_history where entry_id = ?", entry(created)));
    }

    @Test
    void an_older_version_accepted_late_takes_nothing_back() {
        Answer created = create(1);
        line.staff().correct(created, ad("Spring", contract, small, 3));
        apply(outcome(created, 2, OutcomeKind.ACCEPTED));
        apply(outcome(created, 1, OutcomeKind.ACCEPTED));
        Answer reported = line.staff().read(created);
        assertEquals("Reported", reported.state(0));
        assertEquals(2, reported.entry(0).path("reportedVersion").asLong());
        assertEquals(3, reported.entry(0).path("reportedUnits").asInt());
    }

    @Test
    void an_older_version_accepted_first_says_what_salesforce_holds_and_the_entry_waits_on() {
        Answer created = create(1);
        line.staff().correct(created, ad("Spring", contract, small, 3));
        apply(outcome(created, 1, OutcomeKind.ACCEPTED));
        Answer waiting = line.staff().read(created);
        assertEquals("Waiting", waiting.state(0));
        assertEquals(1, waiting.entry(0).path("reportedVersion").asLong());
        assertEquals(1, waiting.entry(0).path("reportedUnits").asInt());
        assertEquals(
                2,
                line.number(
                        "select sum(greatest(units - reported_units, 0)) from usage_entry where id = ?",
                        entry(created)));
    }

    @Test
    void a_refusal_for_now_shows_when_the_next_attempt_is() {
        Answer created = create(1);
        line.relay();
        line.worker().settle(record -> Worker.later(record, Duration.ofSeconds(40)));
        line.outcomes();
        Answer retrying = line.staff().read(created);
        assertEquals("Retrying", retrying.state(0));
        assertEquals("ROW_BUSY", retrying.entry(0).path("code").asText());
        assertEquals(1, retrying.entry(0).path("attempts").asInt());
        assertTrue(
                Instant.parse(retrying.entry(0).path("nextAttemptAt").asText()).isAfter(Instant.now()));
        apply(outcome(created, 1, OutcomeKind.ACCEPTED));
        Answer reported = line.staff().read(created);
        assertEquals("Reported", reported.state(0));
        assertTrue(reported.entry(0).path("code").isNull());
        assertEquals(0, reported.entry(0).path("attempts").asInt());
    }

    @Test
    void a_refusal_of_an_old_version_leaves_the_correction_waiting() {
        Answer created = create(1);
        line.staff().correct(created, ad("Spring", contract, small, 3));
        apply(outcome(created, 1, OutcomeKind.RETRYING));
        apply(outcome(created, 1, OutcomeKind.PARKED));
        apply(outcome(created, 1, OutcomeKind.STALE));
        apply(outcome(created, 1, OutcomeKind.SUPERSEDED));
        Answer waiting = line.staff().read(created);
        assertEquals("Waiting", waiting.state(0));
        assertEquals(6, waiting.entry(0).path("history").size());
    }

    @Test
    void a_refusal_that_was_overtaken_by_the_acceptance_changes_nothing() {
        Answer created = create(1);
        apply(outcome(created, 1, OutcomeKind.ACCEPTED));
        apply(outcome(created, 1, OutcomeKind.PARKED));
        apply(outcome(created, 1, OutcomeKind.RETRYING));
        apply(outcome(created, 1, OutcomeKind.STALE));
        assertEquals("Reported", line.staff().read(created).state(0));
    }

    @Test
    void a_parked_entry_keeps_its_reason_until_a_person_retries_it() {
        Answer created = create(1);
        Outcome parked = outcome(created, 1, OutcomeKind.PARKED);
        apply(parked);
        Answer rejected = line.staff().read(created);
        assertEquals("Rejected", rejected.state(0));
        assertEquals("USAGE_LOCKED", rejected.entry(0).path("code").asText());
        assertTrue(rejected.entry(0).path("whatNow").asText().contains("reopen"));

        Answer retried = line.staff().post("/api/usage/" + created.entryId(0) + "/retry?reason=Reopened");
        assertEquals("Waiting", retried.body().path("state").asText());
        assertEquals(
                "Reopened",
                retried.body().path("history").path(2).path("reason").asText());
        apply(parked);
        assertEquals("Waiting", line.staff().read(created).state(0));
        Answer again = line.staff().post("/api/usage/" + created.entryId(0) + "/retry");
        assertEquals(409, again.status());
        assertEquals("not_rejected", again.code());
    }

    @Test
    void a_retried_entry_is_sent_again_in_the_same_version() {
        Answer created = create(1);
        line.relay();
        line.worker().settle(record -> Worker.parked(record, "USAGE_LOCKED"));
        line.outcomes();
        line.staff().post("/api/usage/" + created.entryId(0) + "/retry");
        line.relay();
        List<UsageRecord> sent = line.worker().acceptAll();
        assertEquals(
                1,
                sent.stream()
                        .filter(record -> record.entryId().equals(entry(created)))
                        .count());
        assertEquals(1, sent.get(0).version());
    }

    @Test
    void a_rejected_correction_can_go_back_to_what_salesforce_holds_and_its_version_is_never_used_again() {
        Answer created = create(1);
        apply(outcome(created, 1, OutcomeKind.ACCEPTED));
        line.staff().correct(created, ad("Spring", contract, small, 3));
        apply(outcome(created, 2, OutcomeKind.PARKED));
        Answer reverted = revert(created);
        assertEquals("Reported", reverted.body().path("state").asText());
        assertEquals(1, reverted.body().path("units").asInt());
        assertEquals(1, reverted.body().path("version").asLong());
        Answer now = line.staff().read(created);
        Answer corrected = line.staff().correct(now, ad("Spring", contract, small, 2));
        assertEquals(3, corrected.entry(0).path("version").asLong());
    }

    @Test
    void an_entry_salesforce_never_held_is_withdrawn_when_it_goes_back() {
        Answer created = create(1);
        apply(outcome(created, 1, OutcomeKind.PARKED));
        Answer reverted = revert(created);
        assertEquals("Reported", reverted.body().path("state").asText());
        assertEquals("WITHDRAWN", reverted.body().path("code").asText());
        assertTrue(reverted.body().path("cancelled").asBoolean());
        line.relay();
        assertTrue(line.worker().acceptAll().stream()
                .noneMatch(record -> record.entryId().equals(entry(created))));
    }

    @Test
    void an_acceptance_after_all_brings_a_withdrawn_entry_back_to_be_cancelled_in_salesforce() {
        Answer created = create(1);
        apply(outcome(created, 1, OutcomeKind.PARKED));
        revert(created);
        apply(outcome(created, 1, OutcomeKind.ACCEPTED));
        Answer open = line.staff().read(created);
        assertEquals("Waiting", open.state(0));
        assertEquals(3, open.entry(0).path("version").asLong());
        line.relay();
        UsageRecord sent = line.worker().acceptAll().stream()
                .filter(record -> record.entryId().equals(entry(created)))
                .findFirst()
                .orElseThrow();
        assertTrue(sent.cancelled());
        line.outcomes();
        assertEquals("Reported", line.staff().read(created).state(0));
    }

    @Test
    void an_acceptance_of_a_version_that_was_taken_back_sends_our_content_above_it() {
        Answer created = create(1);
        apply(outcome(created, 1, OutcomeKind.ACCEPTED));
        line.staff().correct(created, ad("Spring", contract, small, 3));
        apply(outcome(created, 2, OutcomeKind.PARKED));
        revert(created);
        apply(outcome(created, 2, OutcomeKind.ACCEPTED));
        Answer open = line.staff().read(created);
        assertEquals("Waiting", open.state(0));
        assertEquals(3, open.entry(0).path("version").asLong());
        assertEquals(1, open.entry(0).path("units").asInt());
        assertEquals(3, open.entry(0).path("reportedUnits").asInt());
    }

    @Test
    void a_rejected_entry_that_is_corrected_waits_again() {
        Answer created = create(1);
        apply(outcome(created, 1, OutcomeKind.PARKED));
        Answer corrected = line.staff().correct(created, ad("Spring", contract, small, 2));
        assertEquals("Waiting", corrected.state(0));
        assertTrue(corrected.entry(0).path("code").isNull());
    }

    @Test
    void a_version_that_is_stale_though_it_is_our_newest_is_rejected_with_the_reason() {
        Answer created = create(1);
        apply(outcome(created, 1, OutcomeKind.STALE));
        Answer rejected = line.staff().read(created);
        assertEquals("Rejected", rejected.state(0));
        assertEquals("USAGE_STALE", rejected.entry(0).path("code").asText());
        Answer retried = line.staff().post("/api/usage/" + created.entryId(0) + "/retry");
        assertEquals(503, retried.status());
        assertEquals("salesforce_unavailable", retried.code());
    }

    @Test
    void an_unreadable_record_parks_the_version_that_holds() {
        Answer created = create(1);
        apply(outcome(created, 0, OutcomeKind.PARKED));
        assertEquals("Rejected", line.staff().read(created).state(0));
    }

    @Test
    void an_outcome_of_another_ledger_is_put_aside_and_acknowledged() {
        line.queue()
                .offer(List.of(new UsageRecord(UUID.randomUUID(), Ids.contract(), Ids.product(), 1, 1, false, "AD-0", 0)
                        .entry()));
        line.worker().acceptAll();
        line.outcomes();
        assertEquals(0, line.queue().operations().status().outcomesWaiting());
    }

    @Test
    void an_outcome_that_cannot_be_stored_spoils_no_other() {
        Answer created = create(1);
        Answer other = line.staff().create(ad("Other", contract, Ids.product(), 1));
        Outcome parked = outcome(created, 1, OutcomeKind.PARKED);
        Outcome poison = new Outcome(
                parked.streamId(),
                parked.entryId(),
                contract,
                1,
                OutcomeKind.PARKED,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of("BAD"),
                Optional.of("a\0b"),
                Instant.now());
        line.bean(ApplyOutcomes.class).apply(List.of(poison, outcome(other, 1, OutcomeKind.ACCEPTED)));
        assertEquals("Waiting", line.staff().read(created).state(0));
        assertEquals("Reported", line.staff().read(other).state(0));
    }

    @Test
    void history_is_never_rewritten() throws Exception {
        Answer created = create(1);
        try (var connection = line.connect();
                var statement = connection.createStatement()) {
            String entry = "'" + created.entryId(0) + "'";
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("update usage_history set who = 'me' where entry_id = " + entry));
            assertThrows(
                    SQLException.class, () -> statement.execute("delete from usage_history where entry_id = " + entry));
        }
    }

    /** Going back asks Salesforce; nothing else here needs it. */
    private static Answer revert(Answer ad) {
        return org.upFor(() -> line.staff().post("/api/usage/" + ad.entryId(0) + "/revert"));
    }

    private Answer create(int units) {
        line.relay();
        line.worker().acceptAll();
        line.outcomes();
        return line.staff().create(ad("Spring", contract, small, units));
    }

    private static UUID entry(Answer ad) {
        return UUID.fromString(ad.entryId(0));
    }

    private static void apply(Outcome outcome) {
        line.bean(ApplyOutcomes.class).apply(List.of(outcome));
    }

    private Outcome outcome(Answer ad, long version, OutcomeKind kind) {
        boolean refused = kind == OutcomeKind.PARKED || kind == OutcomeKind.RETRYING;
        return new Outcome(
                DELIVERIES.incrementAndGet() + "-0",
                entry(ad),
                contract,
                version,
                kind,
                refused ? 1 : 0,
                kind == OutcomeKind.RETRYING ? Optional.of(Instant.now().plusSeconds(60)) : Optional.empty(),
                kind == OutcomeKind.ACCEPTED ? Optional.of("a02000000000001AAA") : Optional.empty(),
                refused ? Optional.of("USAGE_LOCKED") : Optional.empty(),
                refused ? Optional.of("The contract is fulfilled.") : Optional.empty(),
                Instant.now());
    }
}
