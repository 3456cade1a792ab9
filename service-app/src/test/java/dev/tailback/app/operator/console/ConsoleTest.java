package dev.tailback.app.operator.console;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Worker;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final String[] PAGES = {
        "/console",
        "/console/entries",
        "/console/operations",
        "/console/reconciliations",
        "/console/holds",
        "/console/retention"
    };

    private final String contract = Ids.contract();
    private Line line;

    @BeforeEach
    void start() {
        line = Line.withoutSalesforce();
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void operators_act_finance_reads_and_staff_stay_outside() {
        park("USAGE_LOCKED");
        Browser operator = line.browser("operator");
        Browser finance = line.browser("finance");
        Browser staff = line.browser("service");
        for (String page : PAGES) {
            assertEquals(200, operator.open(page).statusCode(), page);
            HttpResponse<String> read = finance.open(page);
            assertEquals(200, read.statusCode(), page);
            assertFalse(read.body().contains("name=\"reason\""), read.body());
            assertEquals(403, staff.open(page).statusCode(), page);
        }
        finance.open("/console");
        assertEquals(403, finance.submit("/console/pause", "reason", "Night").statusCode());
    }

    @Test
    void a_pause_needs_a_reason_and_says_who_and_why_until_it_is_resumed() {
        Browser operator = line.browser("operator");
        operator.open("/console");
        HttpResponse<String> refused = operator.submit("/console/pause", "reason", " ");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("Say why"), refused.body());
        assertEquals(
                303, operator.submit("/console/pause", "reason", "Night & day").statusCode());
        String paused = operator.open("/console").body();
        assertTrue(paused.contains("Paused by operator: Night &amp; day"), paused);
        assertEquals(
                303, operator.submit("/console/resume", "reason", "Morning").statusCode());
        assertFalse(operator.open("/console").body().contains("Paused by"));
        String done = operator.open("/console/operations?since=1h").body();
        assertTrue(done.contains("Night &amp; day") && done.contains("Morning"), done);
        assertFalse(operator.open("/console/operations?what=PAUSED").body().contains("Morning"));
    }

    @Test
    void exactly_the_filtered_set_is_counted_and_asked_again_with_a_reason() {
        Answer here = park("USAGE_LOCKED");
        park("NOT_ENOUGH_UNITS");
        Browser operator = line.browser("operator");
        String page = operator.open("/console/entries?state=Rejected&code=USAGE_LOCKED")
                .body();
        assertTrue(page.contains("The 1 parked entry of this filter"), page);
        String counted = operator.submit(
                        "/console/entries/retry", "code", "USAGE_LOCKED", "limit", "100", "action", "count")
                .body();
        assertTrue(counted.contains("1 parked entry matches. 1 would be asked again, 0 would remain"), counted);
        HttpResponse<String> refused =
                operator.submit("/console/entries/retry", "code", "USAGE_LOCKED", "limit", "100", "action", "retry");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("Say why"), refused.body());
        assertEquals("Rejected", line.staff().read(here).state(0));
        HttpResponse<String> retried = operator.submit(
                "/console/entries/retry",
                "code",
                "USAGE_LOCKED",
                "limit",
                "100",
                "action",
                "retry",
                "reason",
                "Reopened");
        assertEquals(303, retried.statusCode(), retried.body());
        String watched = retried.headers().firstValue("location").orElseThrow();
        String open = operator.open(watched).body();
        assertTrue(open.contains("whether it helped is not known yet"), open);
        line.reportAll();
        String settled = operator.open(watched).body();
        assertTrue(settled.contains("Salesforce has answered about all of them"), settled);
        assertTrue(settled.contains("class=\"state reported\""), settled);
        assertEquals(1, line.number("select count(*) from usage_entry where fate = 'PARKED'"));
    }

    @Test
    void entries_are_counted_under_the_filter_and_a_time_that_cannot_be_read_is_said() {
        park("USAGE_LOCKED");
        line.pass(Duration.ofHours(3));
        line.staff().create(ad("Summer", contract, Ids.product(), 2));
        Browser operator = line.browser("operator");
        String all = operator.open("/console/entries").body().replaceAll("\\s+", " ");
        assertTrue(all.contains("Rejected <strong>1</strong>") && all.contains("Waiting <strong>1</strong>"), all);
        String late = operator.open("/console/entries?since=1h").body().replaceAll("\\s+", " ");
        assertTrue(late.contains("Rejected <strong>0</strong>") && late.contains("Waiting <strong>1</strong>"), late);
        String titled = operator.open("/console/entries?text=summ").body().replaceAll("\\s+", " ");
        assertTrue(titled.contains("All <strong>1</strong>"), titled);
        HttpResponse<String> refused = operator.open("/console/entries?since=yesterday");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("must be a time such as"), refused.body());
        assertTrue(refused.body().contains("value=\"yesterday\""), refused.body());
    }

    @Test
    void one_entry_shows_each_attempt_with_what_was_sent_and_answered() {
        Answer parked = park("USAGE_LOCKED");
        String page = line.browser("operator")
                .open("/console/entries/" + parked.entryId(0))
                .body();
        assertTrue(page.contains("version 1: 1 units"), page);
        assertTrue(page.contains("Salesforce refused: USAGE_LOCKED"), page);
    }

    @Test
    void graphs_show_the_samples_and_have_their_values_in_a_table() {
        line.number("""
                with more as (insert into sync_sample
                    select at, 7, 0, 0, 0, 0, null, null, null, null
                    from generate_series(now() - interval '30 minutes', now(), interval '1 minute') at returning 1)
                select count(*) from more
                """);
        String page = line.browser("operator").open("/console?span=1h").body();
        assertTrue(page.contains("<polyline points=\""), page);
        assertTrue(page.contains("<td class=\"number\">7</td>"), page);
        assertFalse(page.contains("style="), page);
    }

    @Test
    void figures_that_look_the_same_are_not_sent_again() {
        Browser operator = line.browser("operator");
        String page = operator.open("/console").body();
        String seen = page.replaceAll("(?s).*/console/figures\\?seen=([0-9a-f]+).*", "$1");
        assertEquals(204, operator.fragment("/console/figures?seen=" + seen).statusCode());
        line.staff().create(ad("Spring", contract, Ids.product(), 1));
        assertEquals(200, operator.fragment("/console/figures?seen=" + seen).statusCode());
    }

    private Answer park(String code) {
        Answer created = line.staff().create(ad("Spring", contract, Ids.product(), 1));
        line.relay();
        line.worker().settle(record -> Worker.parked(record, code));
        line.outcomes();
        return created;
    }
}
