package dev.tailback.app.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.app.testing.Staff;
import io.micronaut.runtime.server.EmbeddedServer;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finance looks at a month, closes it, and sees every later change as a difference. */
class FinanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Org org;
    private Line line;
    private Booking booking;
    private Caller finance;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(org.address());
        booking = Booking.of(org, line);
        finance = Caller.as("finance", line.bean(EmbeddedServer.class));
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void a_locked_month_shows_each_line_with_its_exact_amount_and_overage_apart() {
        booking.create(booking.small(), 2, booking.gigantic(), 1);
        org.goDown();
        booking.create(booking.small(), 4);
        org.heal();
        lock();
        JsonNode month = month();
        assertEquals(3, month.path("lineCount").asInt(), month::toString);
        assertTrue(month.path("agrees").asBoolean());
        JsonNode first = month.path("lines").path(0);
        assertEquals("usage", first.path("kind").asText());
        assertEquals("00000100", first.path("contractNumber").asText());
        assertEquals("service", first.path("createdBy").asText());
        JsonNode euro = month.path("totals").path("currencies").path(0);
        assertEquals("EUR", euro.path("currency").asText());
        assertEquals(7, euro.path("units").asInt());
        assertAmount("1670.00", euro.path("amount"));
        assertEquals(3, euro.path("overUnits").asInt());
        assertAmount("360.00", euro.path("overAmount"));
    }

    @Test
    void an_empty_month_is_an_answer_with_nothing_in_it() {
        JsonNode month = month();
        assertEquals(0, month.path("lineCount").asInt(), month::toString);
        assertTrue(month.path("agrees").asBoolean());
        assertEquals("nothing_to_close", close("\"reason\":\"Early\"").code());
    }

    @Test
    void the_file_is_the_same_each_time_and_guards_against_formulas() {
        booking.create(booking.small(), 2);
        lock();
        org.nameCustomer(booking.contract(), "=HYPERLINK(\"http://bad\"),Inc");
        HttpResponse<String> file = csv("/api/finance/locked-usage?" + span());
        assertEquals(200, file.statusCode(), file.body());
        assertEquals(
                "text/csv;charset=utf-8",
                file.headers().firstValue("Content-Type").orElse(""));
        String[] rows = file.body().split("\n");
        assertEquals(
                "entry_id,entry_version,reverses_entry_id,account_id,account_name,contract_number,contract_line_id,"
                        + "product_code,product_name,unit_of_measure,quantity,unit_price,amount,currency,service_date,"
                        + "period,locked_at,lock_reason,salesforce_usage_id,created_by,created_at,source_reference,note",
                rows[0]);
        assertTrue(rows[1].contains(",\"'=HYPERLINK(\"\"http://bad\"\"),Inc\","), rows[1]);
        assertTrue(
                rows[1].contains(",unit,2,120,240.00,EUR," + today() + "," + YearMonth.from(today()) + ","), rows[1]);
        assertEquals(file.body(), csv("/api/finance/locked-usage?" + span()).body());
    }

    @Test
    void nothing_is_exported_while_the_two_sides_differ() {
        Answer created = booking.create(booking.small(), 2);
        booking.report();
        org.delete(UUID.fromString(created.entryId(0)));
        org.put(UUID.fromString(created.entryId(0)), booking.small(), 1, 1, "AD-1");
        org.fulfilAt(booking.contract(), now());
        JsonNode month = month();
        assertFalse(month.path("agrees").asBoolean());
        assertEquals("other", month.path("differences").path(0).path("kind").asText());
        HttpResponse<String> file = csv("/api/finance/locked-usage?" + span());
        assertEquals(409, file.statusCode());
        assertTrue(file.body().contains("ledger_differs"), file.body());
    }

    @Test
    void an_outage_is_said_and_closes_nothing() {
        org.goDown();
        Answer month = as("finance").get("/api/finance/locked-usage?" + span());
        assertEquals(503, month.status());
        assertEquals("salesforce_unavailable", month.code());
        assertEquals(503, close("\"reason\":\"Now\"").status());
    }

    @Test
    void what_is_unresolved_keeps_a_contract_open_until_a_reason_is_given() throws Exception {
        Answer reported = booking.create(booking.small(), 2);
        booking.report();
        org.goDown();
        booking.create(booking.gigantic(), 1);
        org.heal();
        org.fulfilAt(booking.contract(), now());
        booking.report();
        Answer refused = closeContract("");
        assertEquals("close_unresolved", refused.code());
        assertEquals(
                "rejected",
                refused.body().path("unresolved").path(0).path("kind").asText());
        Answer closed = closeContract(",\"reason\":\"Staff credit it by hand\"");
        assertEquals(201, closed.status(), () -> closed.body().toString());
        assertEquals(1, closed.body().path("unresolved").asInt());
        JsonNode document =
                JSON.readTree(finance.get("/api/finance/statements/1").body());
        assertEquals(1, document.path("lines").size());
        assertEquals(
                reported.entryId(0),
                document.path("lines").path(0).path("entryId").asText());
        assertEquals(
                "Staff credit it by hand",
                document.path("statement").path("reason").asText());
    }

    @Test
    void a_statement_is_the_same_for_ever_and_names_its_sums_and_checksums() throws Exception {
        booking.create(booking.small(), 2);
        lock();
        Answer closed = closeContract("");
        assertEquals(201, closed.status(), () -> closed.body().toString());
        String document = finance.get("/api/finance/statements/1").body();
        String file = csv("/api/finance/statements/1").body();
        assertEquals(document, finance.get("/api/finance/statements/1").body());
        assertEquals(file, csv("/api/finance/statements/1").body());
        JsonNode statement = JSON.readTree(document).path("statement");
        assertEquals(sha256(file), statement.path("csvSha256").asText());
        assertAmount("240.00", statement.path("sums").path(0).path("amount"));
        assertEquals("finance", statement.path("closedBy").asText());
        String signed = document.substring(0, document.indexOf("\"signature\":"));
        assertEquals(sha256(signed), closed.body().path("sha256").asText());
        JsonNode keys = as("service").get("/api/finance/statement-keys").body().path("keys");
        assertEquals(
                JSON.readTree(document).path("signature").path("publicKey").asText(),
                keys.path(0).path("publicKey").asText());
        assertEquals("nothing_to_close", closeContract("").code());
    }

    @Test
    void a_change_after_the_close_comes_as_reversal_and_replacement() throws Exception {
        Answer created = booking.create(booking.small(), 2);
        lock();
        closeContract("");
        org.reopen(booking.contract());
        booking.correct(created, booking.small(), 3);
        booking.create(booking.gigantic(), 1);
        lock();
        JsonNode preview = as("finance")
                .get("/api/finance/differences?contractId=" + booking.contract())
                .body();
        assertEquals(3, preview.path("lineCount").asInt(), preview::toString);
        assertEquals(201, closeContract("").status());
        JsonNode second = JSON.readTree(finance.get("/api/finance/statements/2").body());
        List<String> kinds = second.path("lines").findValuesAsText("kind");
        assertEquals(
                List.of("late", "reversal", "replacement"),
                kinds.stream().sorted(FinanceTest::byKind).toList());
        assertAmount("1070.00", second.path("statement").path("sums").path(0).path("amount"));
        String[] rows = csv("/api/finance/statements/2").body().split("\n");
        String reversal = List.of(rows).stream()
                .filter(row -> row.endsWith(",reversal"))
                .findFirst()
                .orElseThrow();
        assertTrue(reversal.startsWith(created.entryId(0) + ",1," + created.entryId(0) + ","), reversal);
        assertTrue(reversal.contains(",unit,-2,120,-240.00,EUR,"), reversal);
    }

    @Test
    void usage_of_a_reopened_contract_is_taken_back_and_once() throws Exception {
        booking.create(booking.small(), 2);
        lock();
        assertEquals(201, close("\"reason\":\"The month is not over\"").status());
        org.reopen(booking.contract());
        assertEquals(201, close("\"reason\":\"Reopened\"").status());
        JsonNode second = JSON.readTree(finance.get("/api/finance/statements/2").body());
        assertEquals(List.of("reversal"), second.path("lines").findValuesAsText("kind"));
        assertEquals("nothing_to_close", close("\"reason\":\"Again\"").code());
    }

    @Test
    void the_profiles_write_a_statement_for_other_programs_and_refuse_what_they_do_not_take() {
        booking.create(booking.small(), 2);
        lock();
        closeContract("");
        String[] zuora =
                csv("/api/finance/statements/1/export/zuora-usage").body().split("\n");
        assertEquals("ACCOUNT_ID,UOM,QTY,STARTDATE,ENDDATE,SUBSCRIPTION_ID,CHARGE_ID,DESCRIPTION", zuora[0]);
        assertTrue(
                zuora[1].matches("001\\w{15},unit,2,\\d\\d/\\d\\d/\\d{4},\\d\\d/\\d\\d/\\d{4},00000100,,.*"), zuora[1]);
        String[] stripe = csv("/api/finance/statements/1/export/stripe-meter-events")
                .body()
                .split("\n");
        assertTrue(stripe[1].matches("[0-9a-f-]{36}:1:usage,\\d{10},tailback_usage,001\\w{15},2"), stripe[1]);
        assertEquals(
                csv("/api/finance/statements/1").body(),
                csv("/api/finance/statements/1/export/tailback").body());
        org.reopen(booking.contract());
        close("\"reason\":\"Reopened\"");
        closeContract(",\"reason\":\"Reopened\"");
        HttpResponse<String> refused = csv("/api/finance/statements/2/export/zuora-usage");
        assertTrue(refused.body().contains("profile_cannot_reverse"), refused.body());
    }

    @Test
    void what_is_still_open_names_entries_and_contracts() {
        booking.create(booking.small(), 1);
        booking.report();
        booking.create(booking.gigantic(), 1);
        JsonNode open = as("operator").get("/api/finance/open?" + span()).body();
        assertEquals(1, open.path("waiting").asInt(), open::toString);
        assertEquals(1, open.path("entries").size());
        assertEquals(
                booking.contract(),
                open.path("contracts").path(0).path("contractId").asText());
        assertEquals(2, open.path("contracts").path(0).path("unitsInSpan").asInt());
    }

    private static void assertAmount(String expected, JsonNode found) {
        assertEquals(0, new BigDecimal(expected).compareTo(found.decimalValue()), found::toString);
    }

    private static int byKind(String one, String other) {
        List<String> order = List.of("usage", "late", "reversal", "replacement");
        return order.indexOf(one) - order.indexOf(other);
    }

    private void lock() {
        booking.report();
        org.fulfilAt(booking.contract(), now());
    }

    private JsonNode month() {
        return as("finance").get("/api/finance/locked-usage?" + span()).body();
    }

    private Answer close(String reason) {
        return as("finance")
                .send(
                        "POST",
                        "/api/finance/statements",
                        "{\"from\":\"" + first() + "\",\"to\":\"" + first().plusMonths(1) + "\"," + reason + "}",
                        Map.of());
    }

    private Answer closeContract(String more) {
        return as("finance")
                .send(
                        "POST",
                        "/api/finance/statements",
                        "{\"contractId\":\"" + booking.contract() + "\"" + more + "}",
                        Map.of());
    }

    private Staff as(String account) {
        return line.as(account);
    }

    private HttpResponse<String> csv(String path) {
        return finance.send("GET", path, null, "", "Accept", "text/csv");
    }

    private static String span() {
        return "from=" + first() + "&to=" + first().plusMonths(1);
    }

    private static LocalDate first() {
        return today().withDayOfMonth(1);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static Instant now() {
        return Instant.now();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
