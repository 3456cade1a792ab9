package dev.tailback.app.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff see that a contract closes before they type anything, and what they can do instead. */
class ClosingSeenTest {

    private Org org;
    private Line line;
    private Booking booking;
    private Answer ad;
    private Browser finance;
    private Browser staff;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(org.address());
        booking = Booking.of(org, line);
        ad = booking.create(booking.small(), 1);
        finance = line.browser("finance");
        staff = line.browser("service");
        finance.open("/finance");
        ask("/finance/closings");
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void the_contract_says_who_asked_and_why_in_place_of_the_form() {
        String page = staff.open("/contracts/" + booking.contract()).body();
        assertTrue(page.contains("class=\"tag closing\""), page);
        assertTrue(page.contains("finance asked for it:") && page.contains("<q>It is over</q>"), page);
        assertTrue(page.contains("ask finance to take the closing back"), page);
        assertFalse(page.contains("id=\"new-ad\""), page);
    }

    @Test
    void what_was_typed_before_stays_on_the_page_that_refuses_it() {
        String path = "/contracts/" + booking.contract();
        staff.open(path);
        HttpResponse<String> refused = staff.submit(
                path + "/ads",
                "token",
                UUID.randomUUID().toString(),
                "title",
                "Typed too late",
                "product",
                booking.small(),
                "units",
                "1");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("value=\"Typed too late\""), refused.body());
        assertTrue(refused.body().contains("id=\"closing\""), refused.body());
        assertTrue(refused.body().contains("<button type=\"submit\" disabled>Create the ad"), refused.body());
        assertTrue(refused.body().contains("can no longer be sent"), refused.body());
    }

    @Test
    void an_open_page_hears_of_a_closing_although_no_ad_changes() {
        String path = "/contracts/" + booking.contract();
        String poll = poll(staff.open(path).body());
        assertEquals(204, staff.fragment(poll).statusCode());
        ask("/finance/closings/take-back");
        HttpResponse<String> open = staff.fragment(poll);
        assertEquals(200, open.statusCode());
        assertTrue(open.body().contains("id=\"new-ad\""), open.body());
        assertTrue(open.body().contains("<button type=\"submit\">Create the ad"), open.body());
        String again = poll(open.body());
        assertEquals(204, staff.fragment(again).statusCode());
        ask("/finance/closings");
        HttpResponse<String> closed = staff.fragment(again);
        assertEquals(200, closed.statusCode());
        assertTrue(closed.body().contains("id=\"closing\""), closed.body());
        assertFalse(closed.body().contains("id=\"new-ad\""), closed.body());
    }

    @Test
    void an_open_ad_hears_of_a_closing_although_the_ad_does_not_change() {
        String poll = poll(staff.open("/ads/" + ad.id()).body());
        assertEquals(204, staff.fragment(poll).statusCode());
        ask("/finance/closings/take-back");
        HttpResponse<String> open = staff.fragment(poll);
        assertEquals(200, open.statusCode());
        assertFalse(open.body().contains("id=\"closing\""), open.body());
        assertEquals(204, staff.fragment(poll(open.body())).statusCode());
        ask("/finance/closings");
        HttpResponse<String> closes = staff.fragment(poll(open.body()));
        assertTrue(closes.body().contains("id=\"closing\""), closes.body());
    }

    private static String poll(String page) {
        Matcher poll = Pattern.compile("hx-get=\"(/(?:contracts|ads)/[\\w-]+/now\\?seen=[^\"]*)\"")
                .matcher(page);
        assertTrue(poll.find(), page);
        return poll.group(1).replace("&amp;", "&");
    }

    @Test
    void the_picker_marks_it_and_the_ad_says_that_only_less_is_taken() {
        assertTrue(staff.open("/ads/new?contract=Magic").body().contains("class=\"tag closing\""));
        assertTrue(staff.open("/ads/new/contracts?contract=Magic").body().contains("class=\"tag closing\""));
        String page = staff.open("/ads/" + ad.id()).body();
        assertTrue(page.contains("units can become fewer or be cancelled, not more"), page);
        assertTrue(page.contains("id=\"correct\""), page);
    }

    @Test
    void another_ad_is_not_booked_on_it_either() {
        String page = staff.open("/ads/" + ad.id() + "/rebook?contract=" + booking.contract())
                .body();
        assertTrue(page.contains("so nothing new is booked on it"), page);
        assertFalse(page.contains("name=\"units\""), page);
    }

    @Test
    void it_is_seen_without_salesforce_and_gone_when_it_is_taken_back() {
        org.goDown();
        assertTrue(staff.open("/contracts/" + booking.contract()).body().contains("id=\"closing\""));
        assertTrue(staff.open("/ads/new?contract=Magic").body().contains("class=\"tag closing\""));
        org.heal();
        ask("/finance/closings/take-back");
        assertFalse(staff.open("/contracts/" + booking.contract()).body().contains("closing"));
    }

    private void ask(String path) {
        String month = YearMonth.now(ZoneOffset.UTC).toString();
        assertEquals(
                303,
                finance.submit(path, "month", month, "contractId", booking.contract(), "reason", "It is over")
                        .statusCode());
    }
}
