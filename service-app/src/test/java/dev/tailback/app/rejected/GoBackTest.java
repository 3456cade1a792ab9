package dev.tailback.app.rejected;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.app.held.HeldAnswer;
import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.ledger.UsageBook.By;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.web.problems.Problem;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Going back gives a version up, so what Salesforce holds of it must be known. */
class GoBackTest {

    private Org org;
    private Line line;
    private Booking booking;

    @BeforeEach
    void start() {
        org = Org.start();
        line = Line.to(org.address());
        booking = Booking.of(org, line);
    }

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void an_entry_that_was_rejected_only_after_the_person_asked_is_not_taken_back_unseen() {
        Answer created = booking.create(booking.gigantic(), 2);
        org.fulfil(booking.contract());
        booking.report();
        UUID id = UUID.fromString(created.entryId(0));
        GoBack goBack = line.bean(GoBack.class);
        Problem problem = assertThrows(
                Problem.class,
                () -> line.bean(Ledger.class)
                        .write(() -> goBack.unlessArrived(id, HeldAnswer.Told.NOT_ASKED, new By("service", null))));
        assertEquals("not_rejected", problem.code());
        assertEquals("Rejected", booking.entry(created).path("state").asText());
    }
}
