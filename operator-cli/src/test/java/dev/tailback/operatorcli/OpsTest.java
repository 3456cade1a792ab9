package dev.tailback.operatorcli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the commands send, print and end with. The answers are those of the service app, as its own tests know them. */
class OpsTest {

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final StringWriter printed = new StringWriter();
    private final StringWriter complained = new StringWriter();
    private final Semaphore calls = new Semaphore(0);
    private HttpServer app;
    private int status = 200;
    private String answer = "{}";
    /** What every answer after the first one is, where it is another. */
    private String next = "";

    @BeforeEach
    void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.release();
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            answer = next.isEmpty() ? answer : next;
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        app.start();
    }

    @AfterEach
    void end() {
        app.stop(0);
    }

    @Test
    void accounts_are_created_changed_and_ended_with_a_reason() {
        answer =
                "{\"account\":{\"name\":\"ada\",\"roles\":[\"service\"],\"disabled\":false},\"password\":\"k7mq-2fxw\"}";
        assertEquals(0, ops("accounts", "create", "ada", "--roles", "service,viewer", "--reason", "new"));
        assertTrue(printed.toString().contains("One-time password: k7mq-2fxw"), printed::toString);
        answer = "{\"name\":\"ada\",\"roles\":[\"viewer\"],\"disabled\":true}";
        assertEquals(0, ops("accounts", "roles", "ada", "--roles", "viewer", "--reason", "less"));
        assertEquals(0, ops("accounts", "disable", "ada", "--reason", "left"));
        assertTrue(printed.toString().contains("ada: viewer, disabled"), printed::toString);
        answer = "{\"name\":\"eva\",\"roles\":[\"viewer\"],\"disabled\":false,\"origin\":\"provider\","
                + "\"issuer\":\"https://id.example.com\"}";
        assertEquals(0, ops("accounts", "enable", "eva", "--reason", "back"));
        assertTrue(printed.toString().contains("eva: viewer, from https://id.example.com, may log in"));
        answer = "{\"ended\":2}";
        assertEquals(0, ops("accounts", "end-sessions", "ada", "--reason", "a leak"));
        assertEquals(
                List.of(
                        "POST /api/accounts {\"reason\":\"new\",\"name\":\"ada\",\"roles\":[\"service\",\"viewer\"]}",
                        "PUT /api/accounts/ada/roles {\"reason\":\"less\",\"roles\":[\"viewer\"]}",
                        "POST /api/accounts/ada/disable {\"reason\":\"left\"}",
                        "POST /api/accounts/eva/enable {\"reason\":\"back\"}",
                        "DELETE /api/sessions?account=ada&reason=a%20leak "),
                asked);
    }

    @Test
    void accounts_are_listed_with_their_history_sessions_and_tokens() {
        answer = "{\"accounts\":[{\"name\":\"ada\",\"roles\":[\"service\"],\"disabled\":true,"
                + "\"disabledAt\":\"2026-11-28T10:00:00Z\",\"disabledBy\":\"admin\",\"passwordToBeChanged\":true}],"
                + "\"page\":0,\"more\":true}";
        assertEquals(0, ops("accounts", "list"));
        assertTrue(printed.toString().contains("2026-11-28T10:00:00Z by admin"), printed::toString);
        assertTrue(printed.toString().contains("--page 1"), printed::toString);
        answer =
                "{\"events\":[{\"at\":\"2026-11-28T10:00:00Z\",\"who\":\"admin\",\"what\":\"DISABLED\",\"reason\":\"left\"}]}";
        assertEquals(0, ops("accounts", "history", "ada"));
        assertTrue(printed.toString().contains("DISABLED"), printed::toString);
        answer = "{\"tokens\":[{\"id\":\"aa\",\"kind\":\"api-token\",\"name\":\"board\",\"roles\":[\"viewer\"]}]}";
        assertEquals(0, ops("accounts", "tokens", "ada"));
        assertTrue(printed.toString().contains("board"), printed::toString);
        assertEquals("GET /api/tokens?account=ada ", asked.get(asked.size() - 1));
    }

    @Test
    void no_account_is_changed_without_a_reason() {
        for (String what : List.of("disable", "enable", "reset", "end-sessions")) {
            assertEquals(2, ops("accounts", what, "ada"));
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void a_service_app_that_took_the_request_and_gave_no_answer_is_not_called_unreachable() {
        app.removeContext("/");
        app.createContext("/", HttpExchange::close);

        assertEquals(2, ops("sync"));

        String told = complained.toString();
        assertTrue(told.contains("closed the connection before it answered"), told);
        assertTrue(told.contains("look at './tailback ops operations' before you repeat a change"), told);
        assertFalse(told.contains("cannot be reached"), told);
    }

    @Test
    void correction_requests_are_listed_accepted_and_refused_with_a_reason() {
        answer =
                "{\"requests\":[{\"id\":\"r1\",\"state\":\"Open\",\"adReference\":\"AD-7\",\"units\":2}],\"more\":true}";
        assertEquals(0, ops("requests", "list", "--state", "Taken back"));
        assertTrue(asked.get(0).startsWith("GET /api/correction-requests?state=Taken%20back&page=0"), asked.get(0));
        assertTrue(printed.toString().contains("AD-7") && printed.toString().contains("--page 1"), printed.toString());

        answer = "{\"state\":\"Accepted\",\"whatNow\":\"Open the contract.\"}";
        assertEquals(0, ops("requests", "accept", "r1"));
        assertEquals("POST /api/correction-requests/r1/accept {}", asked.get(1));
        assertTrue(printed.toString().contains("Open the contract."), printed.toString());

        assertEquals(2, ops("requests", "refuse", "r1"), "a refusal needs a reason");
        assertEquals(0, ops("requests", "refuse", "r1", "--reason", "Paid"));
        assertEquals("POST /api/correction-requests/r1/refuse {\"reason\":\"Paid\"}", asked.get(2));
    }

    @Test
    void a_service_app_that_is_slow_is_not_called_unreachable() {
        NoAnswer noAnswer = new NoAnswer(URI.create("http://127.0.0.1:8080"), Duration.ofSeconds(90));

        String slow =
                noAnswer.lost(new SocketTimeoutException("Read timed out")).getMessage();
        String away = noAnswer.unreached(new SocketTimeoutException("Connect timed out"))
                .getMessage();

        assertTrue(slow.contains("did not answer within 90 s"), slow);
        assertTrue(away.contains("cannot be reached"), away);
    }

    @Test
    void the_old_names_of_the_reason_and_of_the_operations_still_work() {
        answer = "{\"paused\":true,\"who\":\"operator\",\"at\":\"2026-11-20T12:00:00Z\",\"reason\":\"Night\"}";
        assertEquals(0, ops("pause", "--why", "Night"));
        assertEquals("POST /api/sync/pause {\"reason\":\"Night\"}", asked.get(0));
        answer = "{\"operations\":[],\"page\":0,\"more\":false}";
        assertEquals(0, ops("acts"));
        assertEquals(0, ops("operations"));
        assertEquals(List.of(asked.get(1)), asked.subList(2, 3));
    }

    @Test
    void one_contract_or_one_cause_is_paused_and_resumed_while_everything_else_goes_on() {
        answer =
                "{\"contractId\":\"800000000000001AAA\",\"code\":null,\"since\":\"2026-11-20T12:00:00Z\",\"until\":null,"
                        + "\"who\":\"operator\",\"reason\":\"Finance\",\"entries\":3}";
        assertEquals(0, ops("pause", "--contract", "800000000000001AAA", "--reason", "Finance"));
        assertEquals(
                "POST /api/sync/holds {\"contractId\":\"800000000000001AAA\",\"reason\":\"Finance\"}", asked.get(0));
        String shown = printed.toString();
        assertTrue(shown.contains("contract 800000000000001AAA  3"), shown);
        assertEquals(0, ops("pause", "--code", "ROW_BUSY", "--until", "2h", "--reason", "Batch"));
        assertEquals(
                "POST /api/sync/holds {\"code\":\"ROW_BUSY\",\"reason\":\"Batch\",\"until\":\"2h\"}", asked.get(1));
        answer = "[]";
        assertEquals(0, ops("resume", "--code", "ROW_BUSY", "--reason", "Done"));
        assertEquals("POST /api/sync/holds/release {\"code\":\"ROW_BUSY\",\"reason\":\"Done\"}", asked.get(2));
        assertTrue(printed.toString().contains("Nothing is on hold."), printed::toString);
        asked.clear();
        assertEquals(2, ops("pause", "--code", "X", "--contract", "800000000000001AAA", "--reason", "Both"));
        refused("--until goes with", "pause", "--until", "2h", "--reason", "All");
        assertEquals(List.of(), asked);
    }

    @Test
    void a_retry_by_cause_sends_what_was_asked_and_prints_how_many() {
        answer = "{\"dryRun\":true,\"matching\":7,\"retried\":5,\"remaining\":2}";
        assertEquals(0, ops("retry", "--code", "USAGE_LOCKED", "--limit", "5", "--dry-run", "--reason", "Reopened"));
        assertEquals(
                "POST /api/sync/parked/retry {\"limit\":5,\"dryRun\":true,\"reason\":\"Reopened\",\"code\":\"USAGE_LOCKED\","
                        + "\"contractId\":\"\",\"text\":\"\",\"since\":\"\",\"until\":\"\"}",
                asked.get(0));
        assertEquals(
                "7 parked entries match, 5 would be asked again, 2 remain parked.",
                printed.toString().strip());
    }

    @Test
    void nobody_retries_everything_by_leaving_something_out() {
        assertEquals(2, ops("retry"));
        assertEquals(2, ops("retry", "--all", "--code", "USAGE_LOCKED"));
        assertEquals(List.of(), asked);
        answer = "{\"dryRun\":false,\"matching\":1,\"retried\":1,\"remaining\":0}";
        assertEquals(0, ops("retry", "--all", "--reason", "Mended"));
        assertEquals(
                "POST /api/sync/parked/retry {\"limit\":100,\"dryRun\":false,\"reason\":\"Mended\"}", asked.get(0));
    }

    @Test
    void a_retry_of_many_names_each_entry_that_it_left_and_why() {
        answer = "{\"dryRun\":false,\"matching\":2,\"retried\":1,\"remaining\":1,\"left\":[{\"entryId\":\"e-1\","
                + "\"contractId\":\"800\",\"code\":\"salesforce_unavailable\",\"reason\":\"Retry it when it is back.\"}]}";
        assertEquals(0, ops("retry", "--all", "--reason", "Mended"));
        String shown = printed.toString();
        assertTrue(shown.contains("2 parked entries match, 1 are asked again, 1 remain parked."), shown);
        assertTrue(shown.contains("e-1            800       Retry it when it is back."), shown);
    }

    @Test
    void one_entry_is_retried_by_its_id_whatever_is_typed() {
        answer = "{\"id\":\"x\",\"state\":\"Waiting\"}";
        assertEquals(0, ops("retry", "--entry", "../sync/pause", "--reason", "a b"));
        assertEquals("POST /api/usage/..%2Fsync%2Fpause/retry?reason=a%20b {}", asked.get(0));
        assertEquals("Entry x is Waiting.", printed.toString().strip());
    }

    @Test
    void one_entry_shows_each_attempt_with_request_and_answer() {
        String attempt =
                "{\"sentAt\":\"2026-11-28T10:00:00.123Z\",\"milliseconds\":43,\"status\":200,\"worker\":\"w-7\","
                        + "\"sent\":\"{\\\"Units__c\\\":2}\",\"answer\":\"{\\\"success\\\":false}\"}";
        String cut = "{\"sentAt\":\"2026-11-28T10:01:00Z\",\"milliseconds\":60000,\"status\":null,\"worker\":\"w-8\","
                + "\"sent\":null,\"answer\":null}";
        answer = "{\"id\":\"e-1\",\"history\":[{\"what\":\"CREATED\",\"version\":1,\"attempt\":null},"
                + "{\"what\":\"PARKED\",\"version\":1,\"code\":\"NO\",\"reason\":\"no\",\"attempt\":" + attempt + "},"
                + "{\"what\":\"RETRYING\",\"version\":2,\"code\":\"NO_ANSWER\",\"reason\":\"cut\",\"attempt\":" + cut
                + "}]}";
        assertEquals(0, ops("usage", "e-1"));
        String shown = printed.toString().replaceAll(" +", " ");
        assertTrue(shown.contains("2026-11-28T10:00:00Z 1 43 200 w-7 {\"success\":false}"), shown);
        assertTrue(shown.contains("2026-11-28T10:01:00Z 2 60000 no answer w-8 NO_ANSWER: cut"), shown);
        assertTrue(shown.contains("Version 1 was sent as {\"Units__c\":2}"), shown);
        assertFalse(shown.contains("Version 2 was sent"), shown);
        assertEquals(0, ops("usage", "e-1", "--json"));
        assertTrue(printed.toString().contains("\"milliseconds\":43"), printed::toString);
    }

    @Test
    void an_entry_of_an_older_service_app_is_shown_without_attempts() {
        answer = "{\"id\":\"e-1\",\"history\":[{\"what\":\"PARKED\",\"version\":1}]}";
        assertEquals(0, ops("usage", "e-1"));
        assertFalse(printed.toString().contains("SENT AT"), printed::toString);
    }

    @Test
    void differences_end_with_1_and_are_named_with_both_sides_and_advice() {
        answer = run("done", 1, 0);
        assertEquals(1, ops("reconcile", "--contract", "800000000000001AAA"));
        assertTrue(asked.get(0).contains("\"contractId\":\"800000000000001AAA\""));
        String shown = printed.toString();
        assertTrue(shown.contains("3 entries and 2 usage rows compared: missing 1; sent again 0."), shown);
        assertTrue(shown.contains("missing  e-1    800       v2, 4 units of a01, AD-7  nothing        no"), shown);
        assertTrue(shown.contains("missing: Send it again."), shown);
    }

    @Test
    void repaired_or_no_differences_end_with_0() {
        answer = run("done", 1, 1).replaceFirst("\\{", "{\"id\":4,\"repairedNow\":{\"states\":{\"Reported\":1}},");
        assertEquals(0, ops("reconcile", "--repair", "--reason", "Deleted"));
        assertTrue(asked.get(0).contains("\"repair\":true"));
        assertEquals("GET /api/sync/reconcile/4 ", asked.get(1));
        assertTrue(printed.toString().contains("Salesforce has answered about all of them."), printed::toString);
        asked.clear();
        answer =
                "{\"state\":\"done\",\"entries\":3,\"held\":3,\"counts\":{\"missing\":0},\"differences\":0,\"repaired\":0,"
                        + "\"found\":[]}";
        assertEquals(0, ops("reconcile", "--last"));
        assertEquals("GET /api/sync/reconcile ", asked.get(0));
        assertTrue(printed.toString().contains("no difference"));
    }

    @Test
    void a_repair_that_salesforce_has_not_answered_yet_is_no_success() {
        answer = run("done", 1, 1).replaceFirst("\\{", "{\"id\":4,\"repairedNow\":{\"states\":{\"Waiting\":1}},");
        assertEquals(1, ops("reconcile", "--repair", "--reason", "Deleted", "--wait", "0s"));
        assertTrue(printed.toString().contains("whether it helped is not known yet"), printed::toString);
    }

    @Test
    void what_changes_things_is_not_sent_without_a_reason() {
        refused("Say why with --reason", "retry", "--all");
        refused("Say why with --reason", "retry", "--entry", "e-1");
        refused("Say why with --reason", "reconcile", "--repair");
        refused("--reason", "pause");
        refused("--reason", "resume");
        assertEquals(List.of(), asked);
    }

    @Test
    void a_retry_says_that_its_outcome_is_open_and_waits_for_it_when_asked_to() {
        answer = "{\"dryRun\":false,\"matching\":2,\"retried\":2,\"remaining\":0,\"operation\":17,\"left\":[],"
                + "\"now\":{\"states\":{\"Reported\":1,\"Rejected\":1}}}";
        assertEquals(0, ops("retry", "--code", "X", "--since", "24h", "--reason", "Mended"));
        assertTrue(printed.toString().contains("'./tailback ops operations 17' tells"), printed::toString);
        assertTrue(asked.get(0).contains("\"since\":\"24h\""), asked::toString);
        assertEquals(1, ops("retry", "--code", "X", "--reason", "Mended", "--wait", "1m"));
        assertEquals("GET /api/operations/17 ", asked.get(2));
        assertTrue(printed.toString().contains("Reported 1, Rejected 1."), printed::toString);
    }

    @Test
    void lists_are_narrowed_by_time() {
        answer = "{}";
        ops("usage", "--since", "24h", "--until", "1h", "--text", "a b");
        ops("usage", "--counts", "--since", "24h");
        ops("operations", "--since", "2026-11-28T10:00:00Z", "--who", "anna");
        ops("parked", "--since", "7d");
        answer = "[]";
        ops("sync", "--since", "6h");
        assertEquals(
                List.of(
                        "GET /api/usage?page=0&text=a%20b&since=24h&until=1h ",
                        "GET /api/usage/counts?since=24h ",
                        "GET /api/operations?who=anna&since=2026-11-28T10%3A00%3A00Z&page=0 ",
                        "GET /api/sync/parked?since=7d ",
                        "GET /api/sync/samples?since=6h "),
                asked);
    }

    @Test
    void what_is_wrong_now_is_named_and_ends_with_1() {
        answer = "{\"alerts\":[{\"kind\":\"parked\",\"subject\":\"\",\"since\":\"2026-11-28T10:00:00Z\",\"told\":true,"
                + "\"message\":\"3 entries are parked.\"}],\"channels\":[\"webhook\"],\"undelivered\":2}";
        assertEquals(1, ops("alerts"));
        assertTrue(printed.toString().contains("3 entries are parked."), printed::toString);
        assertTrue(printed.toString().contains("Told by webhook; 2 messages are not delivered."), printed::toString);
        answer = "{\"alerts\":[],\"channels\":[],\"undelivered\":0}";
        assertEquals(0, ops("alerts"));
    }

    @Test
    void watching_asks_again_until_it_is_interrupted() throws Exception {
        answer = "{\"operations\":[],\"page\":0,\"more\":false}";
        AtomicInteger exitCode = new AtomicInteger(-1);
        Thread watching = new Thread(() -> exitCode.set(ops("operations", "--watch", "1s")));
        watching.start();
        assertTrue(calls.tryAcquire(3, 1, TimeUnit.MINUTES));
        watching.interrupt();
        watching.join(60_000);
        assertTrue(exitCode.get() == 0 || exitCode.get() == 2, () -> "ended with " + exitCode.get());
        refused("Unknown option: '--watch'", "pause", "--reason", "Night", "--watch");
    }

    @Test
    void what_nobody_means_to_type_is_refused_with_a_sentence_before_anything_is_sent() {
        refused("has more than 500 characters", "pause", "--reason", "x".repeat(501));
        refused("cannot be seen", "pause", "--reason", "a\u001b[2J");
        refused("cannot be seen", "ad", "a\nb");
        refused("cannot be seen", "ad", "\u202egpj");
        refused("cannot be seen", "usage", "--code", "\ud800");
        refused("has more than 200 characters", "ad", "x".repeat(201));
        refused("15 or 18 letters and digits", "reconcile", "--contract", "800'; drop");
        refused("whole number from 0 to 2000", "usage", "--page", "1e9");
        refused("whole number from 0 to 2000", "operations", "--page", "-1");
        refused("whole number from 1 to 1000", "retry", "--all", "--limit", "99999999999999999999");
        assertEquals(List.of(), asked);
    }

    @Test
    void a_reason_of_several_lines_is_taken() {
        answer = "{\"paused\":true,\"who\":\"operator\",\"at\":\"2026-11-28T10:00:00Z\",\"reason\":\"a\"}";
        assertEquals(0, ops("pause", "--reason", "first\nsecond 🍓"));
        assertEquals("POST /api/sync/pause {\"reason\":\"first\\nsecond 🍓\"}", asked.get(0));
    }

    @Test
    void what_steers_a_terminal_or_turns_the_order_of_reading_is_not_printed() {
        answer = "{\"ads\":[{\"title\":\"a\u009b2J\u202egpj\u2028\",\"entries\":[]}]}";
        assertEquals(0, ops("ad", "x"));
        assertTrue(printed.toString().contains("'a 2J gpj '"), printed::toString);
        assertEquals(0, ops("ad", "x", "--json"));
        assertTrue(printed.toString().contains("a\\u009b2J\\u202egpj\\u2028"), printed::toString);
    }

    private void refused(String sentence, String... arguments) {
        complained.getBuffer().setLength(0);
        assertEquals(2, ops(arguments), complained::toString);
        assertTrue(complained.toString().contains(sentence), complained::toString);
    }

    @Test
    void a_refusal_is_one_sentence_and_ends_with_1() {
        status = 409;
        answer = "{\"code\":\"reconcile_running\",\"detail\":\"Another reconciliation is running.\"}";
        assertEquals(1, ops("reconcile"));
        assertEquals(
                "tailback: Another reconciliation is running. (reconcile_running)",
                complained.toString().strip());
        assertEquals("", printed.toString());
    }

    @Test
    void nobody_there_or_somebody_else_there_ends_with_2() {
        app.stop(0);
        assertEquals(2, ops("sync"));
        assertTrue(complained.toString().contains("cannot be reached at http://127.0.0.1"), complained::toString);
    }

    @Test
    void what_is_no_service_app_is_told_from_one() {
        answer = "<html>nginx</html>";
        assertEquals(2, ops("sync"));
        assertTrue(complained.toString().contains("is no service app"), complained::toString);
    }

    @Test
    void wrong_usage_ends_with_2() {
        assertEquals(2, ops());
        assertEquals(2, ops("pause"));
        assertEquals(2, ops("dance"));
        assertEquals(2, ops("sync", "--url", "nonsense"));
        assertEquals(List.of(), asked);
    }

    @Test
    void without_a_name_it_says_how_to_give_one() {
        CommandLine line = line();
        assertEquals(2, line.execute("sync", "--url", url()));
        assertTrue(complained.toString().contains("TAILBACK_OPS_USER"), complained::toString);
    }

    @Test
    void json_prints_the_answer_as_it_is() {
        answer = "{\"paused\":true,\"who\":\"operator\",\"at\":\"2026-11-20T12:00:00Z\",\"reason\":\"Night\"}";
        assertEquals(0, ops("pause", "--reason", "Night", "--json"));
        assertEquals(answer, printed.toString().strip());
        assertEquals("POST /api/sync/pause {\"reason\":\"Night\"}", asked.get(0));
        ops("pause", "--reason", "Night");
        assertTrue(printed.toString().contains("Paused by operator since 2026-11-20T12:00:00Z: Night"));
    }

    @Test
    void resuming_takes_its_reason_along_and_says_that_entries_are_sent() {
        assertEquals(2, ops("resume"));
        answer = "{\"paused\":false}";
        assertEquals(0, ops("resume", "--reason", "Done"));
        assertEquals(List.of("POST /api/sync/resume {\"reason\":\"Done\"}"), asked);
        assertTrue(printed.toString().contains("Not paused: entries are sent."));
    }

    @Test
    void what_staff_typed_cannot_steer_the_terminal() {
        answer = "{\"ads\":[{\"reference\":\"AD-1\",\"title\":\"\\u001b[2J\\nboo\",\"entries\":[]}]}";
        assertEquals(0, ops("ad", "AD-1"));
        assertFalse(printed.toString().contains("\u001b"));
        assertTrue(printed.toString().contains("boo"));
    }

    @Test
    void the_overview_shows_why_nothing_is_sent() {
        answer = "{\"waiting\":3,\"oldestWaitingSince\":null,\"retrying\":1,\"parked\":[{\"code\":\"X\",\"count\":2}],"
                + "\"lastSuccess\":null,\"queue\":{\"available\":false,\"state\":\"unavailable\"},\"workers\":[],"
                + "\"pausedBecause\":[\"The queue cannot be reached.\"],\"apiUsage\":null,"
                + "\"reconciliation\":{\"running\":false,\"lastSuccess\":null,\"lastFailure\":null,\"nextAt\":null}}";
        assertEquals(0, ops("sync"));
        String shown = printed.toString();
        assertTrue(shown.contains("Waiting           3"), shown);
        assertTrue(shown.contains("Parked            2: "), shown);
        assertTrue(shown.contains("! The queue cannot be reached."), shown);
    }

    @Test
    void what_is_kept_is_shown_with_what_may_be_deleted_and_from_when_on() {
        answer = "{\"kinds\":[{\"kind\":\"histories\",\"deletable\":false,\"rows\":20000,\"exact\":false,"
                + "\"oldest\":\"2026-01-02T03:04:05.678Z\",\"stays\":\"Everything.\"},{\"kind\":\"samples\","
                + "\"deletable\":true,\"youngestDays\":1,\"automaticallyAfterSeconds\":604800,"
                + "\"setting\":\"TAILBACK_SAMPLES_KEEP\",\"rows\":7,\"exact\":true,"
                + "\"mayGo\":{\"rows\":100000,\"exact\":false},\"oldest\":null,\"stays\":\"All\"}]}";
        assertEquals(0, ops("retention"));
        assertEquals("GET /api/retention ", asked.get(0));
        String shown = printed.toString();
        assertTrue(shown.contains("about 20000  2026-01-02T03:04:05Z  -"), shown);
        assertTrue(shown.contains("never"), shown);
        assertTrue(shown.contains("after 7 days (TAILBACK_SAMPLES_KEEP)  older than 1 day  at least 100000"), shown);
    }

    @Test
    void a_deletion_needs_a_kind_an_age_and_a_reason_and_goes_on_until_nothing_is_left() {
        assertEquals(2, ops("retention", "--delete", "samples"));
        assertEquals(2, ops("retention", "--older-than", "7", "--reason", "Room"));
        assertEquals(2, ops("retention", "--delete", "samples", "--older-than", "soon", "--reason", "Room"));
        refused("Say why with --reason", "retention", "--delete", "samples", "--older-than", "7");
        assertEquals(List.of(), asked);
        answer = "{\"dryRun\":true,\"kind\":\"samples\",\"olderThanDays\":7,\"matching\":100000,\"exact\":false,"
                + "\"deleted\":0,\"remaining\":100000,\"operation\":null}";
        assertEquals(0, ops("retention", "--delete", "samples", "--older-than", "7", "--dry-run"));
        assertEquals(1, asked.size());
        assertTrue(printed.toString().contains("more than 100000 rows of samples older than 7 days would be deleted."));
        asked.clear();
        answer = "{\"dryRun\":false,\"kind\":\"samples\",\"olderThanDays\":7,\"exact\":true,\"deleted\":10000,"
                + "\"remaining\":3,\"operation\":17}";
        next = "{\"dryRun\":false,\"kind\":\"samples\",\"olderThanDays\":7,\"exact\":true,\"deleted\":3,"
                + "\"remaining\":0,\"operation\":18}";
        assertEquals(0, ops("retention", "--delete", "samples", "--older-than", "7", "--reason", "Room"));
        String call = "POST /api/retention/delete {\"kind\":\"samples\",\"olderThanDays\":7,\"dryRun\":false,"
                + "\"reason\":\"Room\"}";
        assertEquals(List.of(call, call), asked);
        assertTrue(printed.toString().contains("3 rows of samples older than 7 days are deleted, 0 remain."));
    }

    @Test
    void the_overview_shows_how_often_entries_are_sent_while_calls_are_scarce() {
        answer = "{\"queue\":{},\"gathering\":{\"everySeconds\":4.2,\"until\":\"2026-11-28T21:00:00Z\"}}";
        assertEquals(0, ops("sync"));
        assertTrue(printed.toString().contains("every 4.2 s, so that the day's calls last until "), printed::toString);
        answer = "{\"queue\":{},\"gathering\":null}";
        assertEquals(0, ops("sync"));
        assertTrue(printed.toString().contains("at once"), printed::toString);
    }

    private static String run(String state, int differences, int repaired) {
        return "{\"state\":\"" + state + "\",\"entries\":3,\"held\":2,\"counts\":{\"missing\":" + differences
                + ",\"foreign\":0},\"differences\":" + differences + ",\"repaired\":" + repaired
                + ",\"found\":[{\"kind\":\"missing\",\"entryId\":\"e-1\",\"contractId\":\"800\",\"here\":{"
                + "\"contractProductId\":\"a01\",\"version\":2,\"units\":4,\"cancelled\":false,\"adReference\":\"AD-7\"},"
                + "\"there\":null,\"whatNow\":\"Send it again.\",\"repaired\":" + (repaired > 0) + "}]}";
    }

    private int ops(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (arguments.length > 0 && !all.contains("--url")) {
            all.addAll(List.of("--url", url()));
        }
        if (arguments.length > 0) {
            all.addAll(List.of("--user", "operator", "--password", "tailback"));
        }
        String[] asked = all.toArray(String[]::new);
        return line(asked).execute(asked);
    }

    private CommandLine line(String... asked) {
        return Operate.commandLine(asked)
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(complained, true));
    }

    private String url() {
        return "http://127.0.0.1:" + app.getAddress().getPort();
    }
}
