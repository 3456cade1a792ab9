package dev.tailback.app.operator.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail to a real SMTP server in this process. */
class MailTest {

    private static final AlertSettings SETTINGS = new AlertSettings(
            true,
            "Tailback",
            Duration.ofSeconds(15),
            Duration.ofMinutes(2),
            Duration.ofHours(1),
            Duration.ofMinutes(30),
            Duration.ofHours(24));

    private static final ConsoleLink LINK = new ConsoleLink("https://tailback.example/console");

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void an_alert_comes_as_a_letter_in_plain_text() throws Exception {
        new Mail(settings("none", "", server.getSmtp().getPort()), SETTINGS, LINK)
                .send(message("Größe: 3 entries wait."));
        MimeMessage[] received = server.getReceivedMessages();
        assertEquals(2, received.length, "one for each receiver");
        assertEquals("[Tailback] Nothing is sent to Salesforce", received[0].getSubject());
        assertEquals("tailback@example.org", received[0].getFrom()[0].toString());
        String text = received[0].getContent().toString();
        assertTrue(text.contains("Größe: 3 entries wait."), text);
        assertTrue(text.contains("https://tailback.example/console"), text);
        assertEquals("auto-generated", received[0].getHeader("Auto-Submitted")[0]);
    }

    @Test
    void it_signs_in_where_the_server_wants_that() throws Exception {
        server.setUser("tailback", "right");
        new Mail(settings("none", "tailback", server.getSmtp().getPort()), SETTINGS, LINK).send(message("Down."));
        assertEquals(2, server.getReceivedMessages().length);
    }

    @Test
    void nothing_is_sent_in_the_clear_where_encryption_is_asked_for() {
        Mail mail = new Mail(settings("starttls", "", server.getSmtp().getPort()), SETTINGS, LINK);
        NotDelivered refused = assertThrows(NotDelivered.class, () -> mail.send(message("Down.")));
        assertTrue(String.valueOf(refused.getMessage()).contains("did not take it"));
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void a_server_that_is_away_is_told_as_not_delivered() {
        int port = server.getSmtp().getPort();
        server.stop();
        Mail mail = new Mail(settings("none", "", port), SETTINGS, LINK);
        assertThrows(NotDelivered.class, () -> mail.send(message("Down.")));
    }

    private static MailSettings settings(String encryption, String user, int port) {
        return new MailSettings(
                "127.0.0.1",
                port,
                user,
                "right",
                encryption,
                "tailback@example.org",
                "operations@example.org, night@example.org");
    }

    private static Message message(String text) {
        Instant now = Instant.parse("2026-11-28T22:00:00Z");
        return new Message(7, ChannelKind.MAIL, AlertKind.OUTAGE, "", Change.BEGUN, text, now, now, 1);
    }
}
