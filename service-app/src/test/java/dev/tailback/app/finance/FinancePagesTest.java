package dev.tailback.app.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finance's pages without JavaScript: look, ask to close, close, print. */
class FinancePagesTest {

    private Org org;
    private Line line;
    private Booking booking;
    private Browser finance;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(org.address());
        booking = Booking.of(org, line);
        finance = as("finance");
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void an_empty_month_says_that_nothing_was_fulfilled() {
        String page = finance.open("/finance").body();
        assertTrue(page.contains("No contract with usage was fulfilled in this month."), page);
        assertTrue(page.contains("aria-current=\"page\">Finance<"), page);
    }

    @Test
    void a_month_is_closed_on_the_page_with_a_reason_and_printed_from_it() {
        booking.create(booking.small(), 2);
        booking.report();
        org.fulfilAt(booking.contract(), Instant.now());
        String page = finance.open("/finance").body();
        assertTrue(page.contains("240.00\u00a0EUR"), page);
        HttpResponse<String> refused = finance.submit("/finance/close", "month", month(), "reason", "");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("close_unresolved"), refused.body());
        HttpResponse<String> closed = finance.submit("/finance/close", "month", month(), "reason", "The year ends");
        assertEquals(303, closed.statusCode(), closed.body());
        assertEquals(
                "/finance/statements/1?done=closed",
                closed.headers().firstValue("Location").orElse(""));
        String statement = finance.open("/finance/statements/1").body();
        assertTrue(statement.contains("The year ends"), statement);
        assertTrue(finance.open("/finance/statements/1/json").body().contains("\"tailbackStatement\":1"));
        assertTrue(finance.open("/finance/statements/1/csv").body().startsWith("entry_id,"));
        assertTrue(finance.open("/finance/file?month=" + month()).body().startsWith("entry_id,"));
        assertTrue(finance.open("/finance").body().contains("the one line is in a statement"));
    }

    @Test
    void a_contract_is_asked_to_close_on_the_page_and_that_is_taken_back() {
        booking.create(booking.small(), 1);
        booking.report();
        assertTrue(finance.open("/finance").body().contains("Contracts with usage that are not fulfilled"));
        HttpResponse<String> asked = finance.submit(
                "/finance/closings", "month", month(), "contractId", booking.contract(), "reason", "It is over");
        assertEquals(303, asked.statusCode(), asked.body());
        String page = finance.open("/finance?done=closing").body();
        assertTrue(page.contains("Safe to fulfil"), page);
        assertTrue(page.contains("It is over"), page);
        finance.submit(
                "/finance/closings/take-back",
                "month",
                month(),
                "contractId",
                booking.contract(),
                "reason",
                "One more ad");
        assertTrue(finance.open("/finance").body().contains("No contract is closing."));
    }

    @Test
    void a_contract_is_closed_by_itself_on_the_page() {
        booking.create(booking.small(), 2);
        booking.report();
        org.fulfil(booking.contract());
        String page = finance.open("/finance").body();
        assertTrue(page.contains("fulfilled without a time"), page);
        HttpResponse<String> closed =
                finance.submit("/finance/close", "month", month(), "contractId", booking.contract(), "reason", "");
        assertEquals(
                "/finance/statements/1?done=closed",
                closed.headers().firstValue("Location").orElse(""),
                closed.body());
    }

    @Test
    void a_viewer_reads_and_is_offered_nothing_that_changes() {
        booking.create(booking.small(), 1);
        booking.report();
        String page = as("viewer").open("/finance").body();
        assertTrue(page.contains("Contracts with usage that are not fulfilled"), page);
        assertFalse(page.contains("action=\"/finance/"), page);
    }

    @Test
    void an_outage_is_said_and_what_is_kept_here_is_shown() {
        org.goDown();
        HttpResponse<String> page = finance.open("/finance");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("salesforce_unavailable"), page.body());
        assertTrue(page.body().contains("Contracts that close"), page.body());
    }

    @Test
    void a_customer_s_name_stays_a_text() {
        booking.create(booking.small(), 2);
        booking.report();
        org.nameCustomer(booking.contract(), "<script>alert(1)</script>");
        org.fulfilAt(booking.contract(), Instant.now());
        String page = finance.open("/finance").body();
        assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
        assertFalse(page.contains("<script>alert"), page);
    }

    private Browser as(String account) {
        return Browser.loggedInAs(account, line.bean(EmbeddedServer.class));
    }

    private static String month() {
        return YearMonth.now(ZoneOffset.UTC).toString();
    }
}
