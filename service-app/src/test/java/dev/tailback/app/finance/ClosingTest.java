package dev.tailback.app.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contract is asked to close, drains, and tells finance that it is safe to fulfil. */
class ClosingTest {

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
    void a_closing_contract_books_nothing_new_drains_and_is_then_safe_to_fulfil() {
        Answer created = booking.create(booking.gigantic(), 3);
        JsonNode closing = ask().body();
        assertEquals("closing", closing.path("state").asText(), closing::toString);
        assertEquals(1, closing.path("unsent").asInt());
        Answer refused = booking.create(booking.small(), 1);
        assertEquals(409, refused.status());
        assertEquals("contract_closing", refused.code());
        assertTrue(refused.body().path("detail").asText().contains("The campaign is over"), refused.body()::toString);
        assertEquals(
                "contract_closing",
                booking.correct(created, booking.gigantic(), 4).code());
        assertEquals(200, booking.correct(created, booking.gigantic(), 2).status());
        booking.report();
        assertEquals("safe_to_fulfil", only().path("state").asText());
        org.fulfilAt(booking.contract(), Instant.now());
        line.staff().get("/api/contracts/" + booking.contract());
        assertEquals("fulfilled", only().path("state").asText());
        assertEquals("contract_fulfilled", ask().code());
    }

    @Test
    void a_closing_is_taken_back_with_a_reason_and_units_are_booked_again() {
        ask();
        assertEquals("invalid", takeBack("{}").code());
        assertEquals(204, takeBack("{\"reason\":\"One more ad\"}").status());
        assertEquals(201, booking.create(booking.small(), 1).status());
        assertEquals("not_closing", takeBack("{\"reason\":\"Again\"}").code());
    }

    @Test
    void a_reason_and_a_contract_are_needed() {
        assertEquals(
                "invalid",
                post("{\"contractId\":\"" + booking.contract() + "\"}").code());
        assertEquals(
                "invalid", post("{\"contractId\":\"800\",\"reason\":\"x\"}").code());
        assertEquals(
                "unknown_contract",
                post("{\"contractId\":\"800000000000009AAA\",\"reason\":\"x\"}").code());
    }

    @Test
    void asking_works_while_salesforce_is_down_and_binds_bookings_at_once() {
        org.goDown();
        assertEquals(201, ask().status());
        assertEquals("contract_closing", booking.create(booking.small(), 1).code());
    }

    @Test
    void no_booking_slips_in_after_the_closing_was_answered() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> bookings = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                bookings.add(() -> booking.create(booking.gigantic(), 1).status());
            }
            List<Future<Integer>> answers = new ArrayList<>();
            bookings.forEach(one -> answers.add(people.submit(one)));
            int booked = ask().body().path("unsent").asInt();
            int created = 0;
            for (Future<Integer> answer : answers) {
                created += answer.get() == 201 ? 1 : 0;
            }
            assertEquals(created, only().path("unsent").asInt());
            assertTrue(
                    booked == created,
                    booked + " were counted when the closing was answered, and " + created
                            + " bookings were answered with 201");
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void a_contract_whose_last_day_nears_with_entries_unsent_is_named() {
        booking.create(booking.gigantic(), 3);
        JsonNode near =
                line.as("finance").get("/api/finance/ending?days=366").body().path("contracts");
        assertEquals(1, near.size(), near::toString);
        assertEquals(booking.contract(), near.path(0).path("contractId").asText());
        assertEquals("2026-12-31", near.path(0).path("endDate").asText());
        assertEquals(1, near.path(0).path("waiting").asInt());
        booking.report();
        assertTrue(line.as("finance")
                .get("/api/finance/ending")
                .body()
                .path("contracts")
                .isArray());
        assertEquals(
                0,
                line.as("finance")
                        .get("/api/finance/ending?days=366")
                        .body()
                        .path("contracts")
                        .size());
    }

    private Answer ask() {
        return post("{\"contractId\":\"" + booking.contract() + "\",\"reason\":\"The campaign is over\"}");
    }

    private Answer post(String body) {
        return line.as("finance").send("POST", "/api/finance/closings", body, Map.of());
    }

    private Answer takeBack(String body) {
        return line.as("finance")
                .send("POST", "/api/finance/closings/" + booking.contract() + "/take-back", body, Map.of());
    }

    private JsonNode only() {
        return line.as("finance")
                .get("/api/finance/closings")
                .body()
                .path("closings")
                .path(0);
    }
}
