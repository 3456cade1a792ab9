package dev.tailback.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Cursor;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is Salesforce's own, on an org that plays its faults. */
class SalesforceWireTest {

    private static final String OBJECT = "Account";
    /** A busy machine answers late. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Path SOURCE = Path.of("src", "test", "resources", "hub-org");

    private final LocalOrg org = LocalOrg.start(LocalOrgOptions.of(SOURCE));
    private final SettableClock ours = new SettableClock();
    private final OrgSalesPerson sales = new OrgSalesPerson(org.uri(), OBJECT);
    private final SalesforceConnector connector = new SalesforceConnector(
            new SalesforceSession(
                    SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0")
                            .withTimeouts(PATIENCE, PATIENCE, PATIENCE),
                    ours),
            SalesforceObjects.of(List.of(OBJECT)));

    @AfterEach
    void close() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource({"quota-used-up, QUOTA_USED_UP, PT5M", "concurrency-limit, CONCURRENCY_LIMIT, PT5S"})
    void we_stay_away_when_a_limit_is_used_up(String fault, String code, Duration wait) {
        connector.authenticate();
        sales.orders(fault);

        Answer<?> answer = connector.read(new RecordsAsked(OBJECT, List.of("001000000000001AAA"), List.of("Name")));

        assertEquals(
                code + " " + wait,
                answer.<String>fold(
                        given -> "given",
                        refused -> refused.code(),
                        away -> away.code() + " " + away.retryAfter().orElse(Duration.ZERO)));
        assertEquals(
                Optional.of(ours.instant().plus(wait)), connector.allowance().waitUntil());
    }

    @Test
    void a_busy_row_is_refused_for_now() {
        String id = sales.creates(Map.of("Name", "Acme"));
        sales.orders("row-busy");

        assertEquals("UNABLE_TO_LOCK_ROW for now", fate(write(update(id, "Site", "", "Kiel"))));
    }

    @ParameterizedTest
    @CsvSource({
        "AnnualRevenue, many, INVALID_TYPE",
        "NumberOfEmployees, 1e9999999, INVALID_TYPE",
        "Nowhere__c, x, INVALID_FIELD"
    })
    void a_value_that_would_spoil_a_whole_call_is_refused_before_it_is_sent(String field, String value, String code) {
        assertEquals(code, fate(write(new Write.Create(Map.of("Name", "Acme", field, value)))));
    }

    @Test
    void a_number_is_the_same_in_each_of_its_spellings() {
        String id = sales.creates(Map.of("Name", "Acme", "AnnualRevenue", "1000"));

        assertEquals("changed", fate(write(update(id, "AnnualRevenue", "1000.0", "12"))));
        assertEquals("changed", fate(write(update(id, "AnnualRevenue", "12.00", ""))));
    }

    @Test
    void what_salesforce_made_of_a_value_is_told() {
        Written written = write(new Write.Create(Map.of("Name", " Acme ", "AnnualRevenue", "1000.50")));

        assertEquals(
                Map.of("Name", "Acme", "AnnualRevenue", "1001"),
                written.<Map<String, String>>fold(
                        Written.Accepted::stored,
                        refused -> Map.of(),
                        conflict -> Map.of(),
                        gone -> Map.of(),
                        unknown -> Map.of()));
    }

    @Test
    void a_key_that_stands_twice_in_a_batch_leads_to_one_record() {
        List<Write> twice = List.of(
                new Write.Upsert("Hub_Key__c", "k1", Map.of("Name", "first")),
                new Write.Upsert("Hub_Key__c", "K1", Map.of("Name", "second")));

        List<Written> answers = given(connector.write(OBJECT, twice));

        assertEquals(
                List.of("new", "changed"),
                answers.stream().map(SalesforceWireTest::fate).toList());
    }

    @Test
    void a_cursor_from_before_the_bin_was_emptied_leads_to_a_full_read() {
        String id = sales.creates(Map.of("Name", "Acme"));
        Position longAgo = new Position(Instant.now().minus(Duration.ofDays(40)), "001000000000001AAA");
        Cursor old = Round.first().ended(longAgo, longAgo.time().plusSeconds(1)).cursor();

        ChangePage page = given(connector.changes(new ChangesAsked(OBJECT, Optional.of(old), List.of("Name"), 100)));

        assertTrue(page.startedAnew().isPresent());
        assertEquals(
                List.of(id), page.changes().stream().map(change -> change.id()).toList());
    }

    private static Write.Update update(String id, String field, String from, String to) {
        return new Write.Update(id, Map.of(field, to), Map.of(field, from), Optional.empty());
    }

    private Written write(Write write) {
        return given(connector.write(OBJECT, List.of(write))).get(0);
    }

    private static String fate(Written written) {
        return written.fold(
                accepted -> accepted.isNew() ? "new" : "changed",
                refused -> refused.code() + (refused.isForNow() ? " for now" : ""),
                conflict -> "conflict " + conflict.holds().values(),
                gone -> "gone",
                unknown -> "unknown " + unknown.reason());
    }

    private static <T> T given(Answer<T> answer) {
        return answer.fold(
                given -> given,
                refused -> {
                    throw new AssertionError(refused.toString());
                },
                away -> {
                    throw new AssertionError(away.toString());
                });
    }
}
