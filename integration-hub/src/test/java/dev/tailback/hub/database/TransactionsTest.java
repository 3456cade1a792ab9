package dev.tailback.hub.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.hub.simulation.SimulatedHub;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What PostgreSQL takes back in favour of another transaction is done again, and nothing else is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionsTest {

    private SimulatedHub hub;
    private int attempts;

    @BeforeEach
    void begin() {
        attempts = 0;
    }

    @BeforeAll
    void start() {
        hub = SimulatedHub.start(List.of());
    }

    @AfterAll
    void end() {
        hub.close();
    }

    @Test
    void what_stood_in_the_way_of_another_one_is_done_again() {
        assertEquals("kept", hub.bean(Transactions.class).insist(() -> failing(2, "40P01")));
        assertEquals(3, attempts);
    }

    @Test
    void it_is_given_up_in_the_end() {
        assertThrows(
                IllegalStateException.class, () -> hub.bean(Transactions.class).insist(() -> failing(99, "40001")));
        assertEquals(5, attempts);
    }

    @Test
    void any_other_failure_is_told_at_once() {
        assertThrows(
                IllegalStateException.class, () -> hub.bean(Transactions.class).insist(() -> failing(1, "23505")));
        assertEquals(1, attempts);
    }

    private String failing(int times, String state) {
        attempts++;
        if (attempts <= times) {
            throw new IllegalStateException(new SQLException("taken back", state));
        }
        return "kept";
    }
}
