package dev.tailback.app.operator.retention;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionTest {

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
    void each_kind_says_how_much_there_is_how_old_it_is_and_whether_it_may_go() throws SQLException {
        line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
        sampleAt("now() - interval '3 days'");
        sampleAt("now()");
        JsonNode samples = kind("samples");
        assertTrue(samples.path("deletable").booleanValue(), samples::toString);
        assertEquals(1, samples.path("youngestDays").asInt());
        assertEquals(7 * 86_400, samples.path("automaticallyAfterSeconds").asLong());
        assertEquals("TAILBACK_SAMPLES_KEEP", samples.path("setting").asText());
        assertEquals(2, samples.path("rows").asLong());
        assertTrue(samples.path("exact").booleanValue());
        assertEquals(1, samples.path("mayGo").path("rows").asLong(), samples::toString);
        assertTrue(samples.path("mayGo").path("exact").booleanValue(), samples::toString);
        assertEquals(
                line.number("select extract(day from min(at))::bigint from sync_sample"),
                Long.parseLong(samples.path("oldest").asText().substring(8, 10)));
        JsonNode histories = kind("histories");
        assertFalse(histories.path("deletable").booleanValue(), histories::toString);
        assertEquals(1, histories.path("rows").asLong());
        assertTrue(histories.path("oldest").isTextual(), histories::toString);
        assertTrue(histories.path("youngestDays").isNull());
        assertTrue(histories.path("mayGo").isNull());
        assertTrue(kind("sessions").path("oldest").isNull(), "no session is over");
    }

    @Test
    void many_rows_are_not_counted_one_by_one() throws SQLException {
        samplesBack(KeptRows.COUNTED + 500);
        execute("analyze sync_sample");
        JsonNode samples = kind("samples");
        assertFalse(samples.path("exact").booleanValue(), samples::toString);
        assertEquals(KeptRows.COUNTED + 500, samples.path("rows").asLong());
    }

    @Test
    void a_dry_run_counts_and_a_deletion_takes_what_is_old_and_is_recorded_with_who_why_and_how_many()
            throws SQLException {
        sampleAt("now() - interval '3 days'");
        sampleAt("now() - interval '2 days 1 minute'");
        sampleAt("now() - interval '1 day'");
        Answer counted = delete("samples", 2, "\"dryRun\":true");
        assertEquals(2, counted.body().path("matching").asInt(), counted::toString);
        assertEquals(0, counted.body().path("deleted").asInt());
        assertTrue(counted.body().path("operation").isNull());
        assertEquals(3, line.number("select count(*) from sync_sample"));
        assertEquals(0, line.number("select count(*) from operator_action"));

        JsonNode done = delete("samples", 2, "\"reason\":\"Ticket 4711\"").body();
        assertEquals(2, done.path("deleted").asInt(), done::toString);
        assertEquals(0, done.path("remaining").asInt());
        assertEquals(1, line.number("select count(*) from sync_sample"));
        JsonNode operation = line.as("viewer")
                .get("/api/operations/" + done.path("operation").asLong())
                .body()
                .path("operation");
        assertEquals("operator", operation.path("who").asText());
        assertEquals("DELETED", operation.path("what").asText());
        assertEquals("Ticket 4711", operation.path("reason").asText());
        assertEquals("samples older than 2 days", operation.path("narrowed").asText());
        assertEquals(2, operation.path("deleted").asInt());
        String page = line.browser("operator").open("/console/operations").body();
        assertTrue(page.contains("2 rows") && page.contains("samples older than 2 days"), page);

        JsonNode again = delete("samples", 2, "\"reason\":\"Again\"").body();
        assertEquals(0, again.path("deleted").asInt(), again::toString);
        assertEquals(1, line.number("select count(*) from operator_action"));
    }

    @Test
    void one_call_deletes_a_bounded_number_of_rows_the_oldest_first() throws SQLException {
        samplesBack(DeleteSpent.BATCH + 3 + 2 * 24 * 60);
        JsonNode first = delete("samples", 2, "\"reason\":\"Room\"").body();
        assertEquals(DeleteSpent.BATCH, first.path("deleted").asInt(), first::toString);
        long left = first.path("remaining").asLong();
        assertTrue(left >= 3 && left < 30, first::toString);
        assertEquals(
                0, line.number("select count(*) from sync_sample where at < now() - interval '2 days 30 minutes'"));
        JsonNode second = delete("samples", 2, "\"reason\":\"Room\"").body();
        assertTrue(second.path("deleted").asLong() >= left, second::toString);
        assertEquals(0, second.path("remaining").asLong());
    }

    @Test
    void the_newest_whole_comparison_and_one_that_runs_stay_however_old() throws SQLException {
        comparison("200 days", "null", "ended_at", "null");
        comparison("190 days", "null", "ended_at", "null");
        comparison("185 days", "null", "ended_at", "'NO_ANSWER'");
        comparison("180 days", "'800000000000001AAA'", "ended_at", "null");
        comparison("170 days", "null", "null", "null");
        JsonNode done = delete("comparisons", 7, "\"reason\":\"Old\"").body();
        assertEquals(3, done.path("deleted").asInt(), done::toString);
        assertEquals(2, line.number("select count(*) from reconciliation"));
        assertEquals(
                1,
                line.number("select count(*) from reconciliation where begun_at < now() - interval '189 days'"
                        + " and code is null and ended_at is not null"));
        assertEquals(1, line.number("select count(*) from reconciliation where ended_at is null"));
    }

    @Test
    void sessions_that_live_stay_however_long_ago_they_began() throws SQLException {
        session("300 days", "now() + interval '1 day'", "null", "API_TOKEN");
        session("300 days", "now() + interval '1 day'", "now() - interval '31 days'", "API_TOKEN");
        session("60 days", "now() - interval '31 days'", "null", "BROWSER");
        session("60 days", "now() - interval '29 days'", "null", "BROWSER");
        assertTrue(kind("sessions").path("oldest").isTextual());
        assertEquals(
                2,
                delete("sessions", 30, "\"reason\":\"Audit\"")
                        .body()
                        .path("deleted")
                        .asInt());
        assertEquals(1, line.number("select count(*) from session where expires_at > now() and ended_at is null"));
        assertEquals(1, line.number("select count(*) from session where expires_at < now()"));
    }

    @Test
    void a_message_that_is_not_delivered_stays() throws SQLException {
        message("now()", "null");
        message("null", "now()");
        message("null", "null");
        assertEquals(
                2,
                delete("messages", 7, "\"reason\":\"Old\"")
                        .body()
                        .path("deleted")
                        .asInt());
        assertEquals(1, line.number("select count(*) from alert_message where delivered_at is null"));
    }

    @Test
    void an_answer_is_remembered_as_long_as_was_promised() throws SQLException {
        line.staff().createOnce("key-1", ad("Spring", Ids.contract(), Ids.product(), 1));
        Answer refused = delete("answers", 6, "\"reason\":\"Room\"");
        assertEquals(400, refused.status());
        assertTrue(refused.body().path("detail").asText().contains("ADS_ANSWERS_KEPT"), refused::toString);
        assertEquals(
                0,
                delete("answers", 7, "\"reason\":\"Room\"")
                        .body()
                        .path("deleted")
                        .asInt());
        assertEquals(1, line.number("select count(*) from idempotency_key"));
    }

    @Test
    void what_is_kept_for_ever_cannot_be_deleted_however_old() {
        line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
        List<String> kept = List.of(
                "ads",
                "entries",
                "histories",
                "requests",
                "statements",
                "closings",
                "mappings",
                "operations",
                "accounts",
                "contracts");
        for (String kind : kept) {
            Answer refused = delete(kind, 3_650, "\"reason\":\"Room\"");
            assertEquals(409, refused.status(), kind);
            assertEquals("kept_for_ever", refused.code(), kind);
            assertTrue(refused.body().path("detail").asText().contains("GET /api/retention"), refused::toString);
        }
        assertEquals(1, line.number("select count(*) from usage_history"));
        assertEquals(0, line.number("select count(*) from operator_action"));
    }

    @Test
    void what_is_so_now_goes_when_it_is_over_and_not_by_command() {
        assertEquals(
                "kept_while_it_lasts", delete("now", 30, "\"reason\":\"Room\"").code());
    }

    @Test
    void a_refusal_says_what_to_give_instead() {
        assertRefused(delete("samples", 2, "\"dryRun\":false"), "reason");
        assertRefused(delete("comparisons", 6, "\"reason\":\"Room\""), "7 or more");
        assertRefused(
                delete("histroies", 30, "\"reason\":\"Room\""), "samples, comparisons, messages, answers, sessions");
        assertRefused(delete("samples; drop table ad", 30, "\"reason\":\"Room\""), "samples, comparisons");
        assertRefused(delete("samples", 0, "\"reason\":\"Room\""), "olderThanDays");
        assertRefused(delete("samples", 3_651, "\"reason\":\"Room\""), "olderThanDays");
        assertRefused(delete("samples", 2, "\"reason\":\"Room\",\"limit\":5"), "limit");
        assertEquals(403, line.staff().get("/api/retention").status());
        assertEquals(
                403,
                line.as("finance")
                        .send("POST", "/api/retention/delete", "{}", Map.of())
                        .status());
        assertEquals(0, line.number("select count(*) from operator_action"));
    }

    private static void assertRefused(Answer answer, String says) {
        assertEquals(400, answer.status(), answer::toString);
        assertEquals("invalid", answer.code());
        assertTrue(answer.body().path("detail").asText().contains(says), answer::toString);
    }

    private Answer delete(String kind, int days, String more) {
        return line.as("operator")
                .send(
                        "POST",
                        "/api/retention/delete",
                        "{\"kind\":\"" + kind + "\",\"olderThanDays\":" + days + "," + more + "}",
                        Map.of());
    }

    private JsonNode kind(String name) {
        JsonNode kinds = line.as("viewer").get("/api/retention").body().path("kinds");
        return StreamSupport.stream(kinds.spliterator(), false)
                .filter(kind -> kind.path("kind").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void sampleAt(String at) throws SQLException {
        execute("insert into sync_sample select date_trunc('minute', " + at
                + "), 0, 0, 0, 0, 0, null, null, null, null");
    }

    /** One a minute, so many of them until now. */
    private void samplesBack(int many) throws SQLException {
        execute("insert into sync_sample select date_trunc('minute', now()) - i * interval '1 minute',"
                + " 0, 0, 0, 0, 0, null, null, null, null from generate_series(0, " + (many - 1) + ") i");
    }

    private void comparison(String age, String contract, String ended, String code) throws SQLException {
        String begun = "now() - interval '" + age + "'";
        execute(
                "insert into reconciliation (contract_id, repair, who, begun_at, seen_at, ended_at, code, entries, held,"
                        + " missing, foreign_usage, tampered, stale, newer, repaired, found) values (" + contract
                        + ", false, 'me', " + begun + ", " + begun + ", " + (ended.equals("null") ? "null" : begun)
                        + ", " + code
                        + ", 0, 0, 0, 0, 0, 0, 0, 0, '[]')");
    }

    private void session(String age, String expires, String ended, String kind) throws SQLException {
        String named = kind.equals("API_TOKEN") ? "'board', 'viewer'" : "null, null";
        execute("insert into session (id_hash, username, kind, address, created_at, expires_at, ended_at, name, roles)"
                + " values ('" + UUID.randomUUID().toString().replace("-", "").repeat(2) + "', 'service', '" + kind
                + "', 'here', now() - interval '" + age + "', " + expires + ", " + ended + ", " + named + ")");
    }

    private void message(String delivered, String givenUp) throws SQLException {
        execute("insert into alert_message (channel, kind, subject, change, message, since, at, due_at, delivered_at,"
                + " given_up_at) select 'MAIL', 'parked', '', 'BEGUN', 'Some', at, at, at, " + delivered + ", "
                + givenUp
                + " from (select now() - interval '8 days' as at) old");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = line.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
