package dev.tailback.app.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final Attempt GUESSER = at("192.0.2.1", "service");

    private final StillClock clock = new StillClock();
    private final Guesses guesses = new Guesses(clock);

    @Test
    void five_guesses_pass_and_the_sixth_has_to_wait() {
        assertEquals(5, passing(20, GUESSER));
        assertEquals(Duration.ofSeconds(10), guesses.take(GUESSER));
    }

    @Test
    void a_place_comes_back_every_ten_seconds() {
        passing(5, GUESSER);
        clock.pass(Duration.ofSeconds(10));
        assertEquals(1, passing(5, GUESSER));
        clock.pass(Duration.ofHours(1));
        assertEquals(5, passing(20, GUESSER));
    }

    // Before, one wrong guess each 31 s kept the owner at the same address out for ever.
    @Test
    void a_wrong_guess_now_and_then_keeps_the_owner_at_the_same_address_in() {
        passing(5, GUESSER);
        for (int i = 0; i < 100; i++) {
            clock.pass(Duration.ofSeconds(31));
            assertTrue(guesses.take(GUESSER).isZero(), "the guesser");
            assertTrue(guesses.take(GUESSER).isZero(), "the owner");
            guesses.right(GUESSER);
        }
    }

    @Test
    void a_right_password_forgets_the_wrong_ones() {
        passing(4, GUESSER);
        assertTrue(guesses.take(GUESSER).isZero());
        guesses.right(GUESSER);
        assertEquals(5, passing(20, GUESSER));
    }

    @Test
    void the_same_name_at_another_address_does_not_wait() {
        passing(20, GUESSER);
        assertTrue(guesses.take(at("192.0.2.2", "service")).isZero());
    }

    @Test
    void a_browser_that_has_signed_in_before_does_not_wait_for_guesses_at_its_address() {
        passing(20, GUESSER);
        assertTrue(guesses.take(new Attempt("service", "192.0.2.1", true, "b1")).isZero());
    }

    @Test
    void guesses_from_everywhere_keep_no_known_browser_out() {
        for (int i = 0; i < 300; i++) {
            guesses.take(at("198.51.100." + i, "service"));
        }
        assertFalse(guesses.take(at("203.0.113.1", "service")).isZero());
        assertTrue(
                guesses.take(new Attempt("service", "203.0.113.1", true, "b1")).isZero());
    }

    @Test
    void one_address_does_not_try_a_few_passwords_of_every_name() {
        long passed = IntStream.range(0, 500)
                .filter(i -> guesses.take(at("192.0.2.1", "name" + i)).isZero())
                .count();
        assertEquals(Guesses.OF_ALL_NAMES, passed);
    }

    @Test
    void what_was_not_looked_at_costs_nothing() {
        for (int i = 0; i < 50; i++) {
            assertTrue(guesses.take(GUESSER).isZero());
            guesses.notTried(GUESSER);
        }
    }

    @Test
    void a_million_names_are_not_remembered() {
        RateLimit limit = new RateLimit(5, Duration.ofSeconds(10), 100, clock);
        IntStream.range(0, 10_000).forEach(i -> limit.take("name" + i));
        assertEquals(100, limit.keys());
    }

    private long passing(int tries, Attempt attempt) {
        return IntStream.range(0, tries)
                .filter(i -> guesses.take(attempt).isZero())
                .count();
    }

    private static final class StillClock extends Clock {

        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static Attempt at(String address, String username) {
        return new Attempt(username, address, false, "");
    }
}
