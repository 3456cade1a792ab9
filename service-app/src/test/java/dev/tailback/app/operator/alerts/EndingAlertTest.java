package dev.tailback.app.operator.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract whose last day nears with entries unsent, in a Salesforce that may be away. */
class EndingAlertTest {

    private Org org;
    private Receiver receiver;
    private Line line;
    private Booking booking;

    @BeforeEach
    void start() throws IOException {
        org = Org.start();
        receiver = Receiver.start();
        line = Line.to(
                org.address(),
                Map.of(
                        "tailback.alerts.webhook.url",
                        receiver.url(),
                        "tailback.alerts.webhook.secret",
                        "a secret of sixteen or more characters",
                        "tailback.alerts.ending-days",
                        "366",
                        // Neither a missing worker nor an old entry is the subject here.
                        "tailback.alerts.outage-after",
                        "300d",
                        "tailback.alerts.waiting-after",
                        "300d"));
        booking = Booking.of(org, line);
    }

    @AfterEach
    void end() {
        line.close();
        receiver.close();
        org.close();
    }

    @Test
    void it_is_told_once_and_so_is_its_end() {
        look();
        assertEquals(List.of(), receiver.told(), "nothing is unsent");
        booking.create(booking.gigantic(), 3);
        look();
        look();
        assertEquals(List.of("ending begun"), receiver.told());
        String message = receiver.deliveries().get(0).json().path("message").asText();
        assertTrue(message.contains("1 of its entries are not in Salesforce: 1 waiting"), message);
        assertEquals(
                booking.contract(),
                receiver.deliveries().get(0).json().path("subject").asText());
        booking.report();
        look();
        look();
        assertEquals(List.of("ending begun", "ending ended"), receiver.told());
    }

    @Test
    void a_salesforce_that_is_away_neither_begins_nor_ends_one() {
        booking.create(booking.gigantic(), 3);
        org.goDown();
        look();
        assertEquals(List.of(), receiver.told());
        org.heal();
        look();
        assertEquals(List.of("ending begun"), receiver.told());
        org.goDown();
        look();
        look();
        assertEquals(List.of("ending begun"), receiver.told());
    }

    @Test
    void salesforce_is_not_asked_at_each_look() {
        booking.create(booking.gigantic(), 3);
        look();
        booking.report();
        line.pass(Duration.ofMinutes(1));
        lookNow();
        assertEquals(List.of("ending begun"), receiver.told());
        assertFalse(line.bean(OpenAlerts.class).now().alerts().isEmpty());
    }

    private void look() {
        line.pass(Duration.ofMinutes(16));
        lookNow();
    }

    private void lookNow() {
        line.bean(LookForAlerts.class).round();
        line.bean(DeliverAlerts.class).round();
    }
}
