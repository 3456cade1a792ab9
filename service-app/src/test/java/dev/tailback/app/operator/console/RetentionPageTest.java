package dev.tailback.app.operator.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.operator.retention.DeleteSpent;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Line;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API does is done by the page: the same kinds, counts, refusals and records. */
class RetentionPageTest {

    private Line line;
    private Browser operator;

    @BeforeEach
    void start() {
        line = Line.withoutSalesforce();
        operator = line.browser("operator");
        operator.open("/console/retention");
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void what_is_kept_stands_there_with_how_much_may_go() {
        samples(60, "12 hours");
        samples(1_440, "36 hours");
        String page = shown(operator.open("/console/retention"));
        assertTrue(page.contains("Everything. Usage is invoiced by it."), page);
        String samples = card("samples", page);
        assertTrue(samples.contains("<dd>1,500</dd>"), samples);
        assertTrue(samples.contains("after 7 days (TAILBACK_SAMPLES_KEEP)"), samples);
        assertTrue(samples.contains("1,440 rows older than 1 day"), samples);
        assertTrue(card("messages", page).contains("no row older than 7 days"), page);
        assertFalse(page.contains("id=\"days-histories\""), page);
    }

    @Test
    void a_count_deletes_nothing_and_keeps_what_was_typed() {
        samples(60, "36 hours");
        samples(1_440, "60 hours");
        HttpResponse<String> counted = sends("samples", "2", "count", "Ticket 4711");
        assertEquals(200, counted.statusCode());
        String samples = card("samples", shown(counted));
        assertTrue(samples.contains("1,440 rows are older than 2 days and may go. Nothing was deleted yet."), samples);
        assertTrue(samples.contains("value=\"2\"") && samples.contains("value=\"Ticket 4711\""), samples);
        assertEquals(1_500, samplesThere());
        assertEquals(0, line.number("select count(*) from operator_action"));
    }

    @Test
    void a_button_that_nobody_knows_only_counts() {
        samples(60, "36 hours");
        samples(1_440, "60 hours");
        assertEquals(200, sends("samples", "2", "erase", "Ticket 4711").statusCode());
        assertEquals(1_500, samplesThere());
    }

    @Test
    void a_deletion_needs_a_reason_and_leads_to_its_record() {
        samples(60, "36 hours");
        samples(1_440, "60 hours");
        HttpResponse<String> refused = sends("samples", "2", "delete", " ");
        assertEquals(400, refused.statusCode());
        assertTrue(card("samples", shown(refused)).contains("Say why"), refused.body());
        assertEquals(1_500, samplesThere());

        HttpResponse<String> deleted = sends("samples", "2", "delete", "Disk & room");
        assertEquals(303, deleted.statusCode(), deleted.body());
        assertEquals(60, samplesThere());
        String record =
                shown(operator.open(deleted.headers().firstValue("location").orElseThrow()));
        assertTrue(record.contains("Disk &amp; room") && record.contains("samples older than 2 days"), record);
        assertTrue(record.contains("1,440 rows"), record);
    }

    @Test
    void a_deletion_that_leaves_some_says_how_many_and_one_of_nothing_says_so() {
        int left = 60;
        samples(60, "12 hours");
        samples(DeleteSpent.BATCH + left, "60 hours");
        HttpResponse<String> first = sends("samples", "2", "delete", "Room");
        assertEquals(200, first.statusCode());
        String samples = card("samples", shown(first));
        assertTrue(samples.contains("10,000 rows are deleted, the oldest first."), samples);
        assertTrue(samples.contains("60 are left that are older than 2 days."), samples);
        assertTrue(samples.contains("Recorded as operation"), samples);
        assertEquals(303, sends("samples", "2", "delete", "Room").statusCode());
        String nothing = card("samples", shown(sends("samples", "9", "delete", "Room")));
        assertTrue(nothing.contains("No row is older than 9 days. Nothing was deleted."), nothing);
        assertEquals(2, line.number("select count(*) from operator_action"));
    }

    @Test
    void what_may_not_go_is_refused_in_the_words_of_the_reader() {
        HttpResponse<String> young = sends("messages", "6", "count", "");
        assertEquals(400, young.statusCode());
        assertTrue(card("messages", shown(young)).contains("younger than 7 days is still needed"), young.body());
        HttpResponse<String> kept = sends("histories", "3000", "delete", "Room");
        assertEquals(409, kept.statusCode());
        assertTrue(kept.body().contains("Nothing was deleted: this is kept for ever."), kept.body());
        HttpResponse<String> soon = sends("samples", "soon", "count", "");
        assertEquals(400, soon.statusCode());
        assertTrue(soon.body().contains("in whole days, from 1 to 3,650"), soon.body());
        assertTrue(soon.body().contains("value=\"soon\""), soon.body());
        operator.speaking("de");
        assertTrue(sends("samples", "soon", "count", "").body().contains("in ganzen Tagen von 1 bis 3.650"));
    }

    @Test
    void finance_reads_it_and_deletes_nothing() {
        samples(60, "36 hours");
        samples(1_440, "60 hours");
        Browser finance = line.browser("finance");
        assertFalse(finance.open("/console/retention").body().contains("retention/delete"));
        assertEquals(
                403,
                finance.submit(
                                "/console/retention/delete",
                                "kind",
                                "samples",
                                "olderThanDays",
                                "2",
                                "action",
                                "delete",
                                "reason",
                                "Room")
                        .statusCode());
        assertEquals(1_500, samplesThere());
    }

    private HttpResponse<String> sends(String kind, String days, String action, String reason) {
        return operator.submit(
                "/console/retention/delete", "kind", kind, "olderThanDays", days, "action", action, "reason", reason);
    }

    /** So many, the youngest of this age. */
    private void samples(int many, String age) {
        line.number("""
                with more as (insert into sync_sample
                    select now() - cast(? as interval) - i * interval '1 second', 0, 0, 0, 0, 0, null, null, null, null
                    from generate_series(1, ?) i returning 1)
                select count(*) from more
                """, age, many);
    }

    private long samplesThere() {
        return line.number("select count(*) from sync_sample");
    }

    private static String shown(HttpResponse<String> page) {
        return page.body().replaceAll("\\s+", " ");
    }

    /** What stands in the card of a kind. */
    private static String card(String kind, String page) {
        String from = page.substring(page.indexOf("id=\"kind-" + kind + "\""));
        return from.substring(0, from.indexOf("</section>"));
    }
}
