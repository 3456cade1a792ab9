package dev.tailback.app.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In an outage, what was booked since is subtracted from the last figures once: not what they hold already. */
class LastFiguresTest {

    private static Org org;
    private static Line line;

    @BeforeAll
    static void start() {
        org = Org.start();
        line = Line.to(org.address());
    }

    @AfterAll
    static void end() {
        line.close();
        org.close();
    }

    @Test
    void what_the_last_figures_hold_is_not_counted_again_as_booked_since() throws IOException {
        Booking booking = Booking.of(org, line);
        booking.create(booking.small(), 1);
        booking.report();
        Answer contract = line.staff().get("/api/contracts/" + booking.contract());
        assertEquals(
                "EUR", contract.body().path("products").path(0).path("currency").asText(), contract::toString);
        assertTrue(line.staff().text("/contracts/" + booking.contract()).contains("\u00a0EUR</data>"));
        booking.create(booking.gigantic(), 2);
        org.goDown();
        String page = line.staff().text("/contracts/" + booking.contract());
        assertTrue(page.contains("3 sold, 1 consumed, 2 available. Booked here since: 0"), page);
        assertTrue(page.contains("5 sold, 0 consumed, 5 available. Booked here since: 2"), page);
        assertTrue(page.contains("3 left by the last figures"), page);
        assertTrue(page.contains("\u00a0EUR</data>"), page);
    }
}
