package dev.tailback.app.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.accounts.PasswordHash;
import dev.tailback.app.accounts.PasswordHashing;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Caller;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many who guess at once: they are turned away, and everybody else goes on. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdOfGuessersTest implements TestPropertyProvider {

    /** Nobody's password, slow to compare. */
    private static final String PBKDF2 =
            "$pbkdf2-sha256$i=200000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Inject
    EmbeddedServer server;

    @Inject
    PasswordHashing hashing;

    @Override
    public Map<String, String> getProperties() {
        return AppUnderTest.properties(AppUnderTest.NO_SALESFORCE);
    }

    // Before, 38 of 60 were answered 503, and readiness took 8 s.
    @Test
    void sixty_wrong_passwords_side_by_side_are_five_guesses_and_no_other_user_notices() throws Exception {
        List<Integer> answers = sideBySide(
                60,
                i -> Caller.withPassword("nobody", "guess " + i, server)
                        .get("/api/ads")
                        .statusCode());
        assertEquals(
                Guesses.AT_ONE_ADDRESS,
                answers.stream().filter(status -> status == 401).count(),
                answers::toString);
        assertEquals(55, answers.stream().filter(status -> status == 429).count(), answers::toString);
        assertEquals(200, Caller.anonymous(server).get("/health/readiness").statusCode());
        assertEquals(200, Caller.as("service", server).get("/api/ads").statusCode());
    }

    @Test
    void the_same_wrong_password_side_by_side_is_no_way_around_the_limit() throws Exception {
        List<Integer> answers = sideBySide(
                60,
                i -> Caller.withPassword("no.one", "the same", server)
                        .get("/api/ads")
                        .statusCode());
        assertEquals(
                Guesses.AT_ONE_ADDRESS,
                answers.stream().filter(status -> status == 401).count(),
                answers::toString);
        assertEquals(55, answers.stream().filter(status -> status == 429).count(), answers::toString);
    }

    @Test
    void a_program_with_many_connections_and_the_right_password_is_no_guesser() throws Exception {
        List<Integer> answers =
                sideBySide(60, i -> Caller.as("finance", server).get("/api/ads").statusCode());
        assertEquals(List.of(200), answers.stream().distinct().toList());
    }

    @Test
    void a_crowd_of_one_visitor_leaves_places_for_the_others() throws Exception {
        PasswordHash slow = PasswordHash.read(PBKDF2);
        List<Boolean> taken =
                sideBySide(40, i -> hashing.matches(slow, "wrong", "192.0.2.1").isPresent());
        assertTrue(taken.contains(false), "some of one visitor are turned away");
        assertTrue(taken.contains(true), "some of one visitor are served");
        assertTrue(hashing.matches(slow, "wrong", "192.0.2.2").isPresent(), "another visitor is served");
    }

    @Test
    void names_and_passwords_that_no_account_can_have_are_neither_hashed_nor_remembered() {
        for (String name : List.of("x".repeat(101), "x".repeat(5_000), "Not A Name", "\u0000", "a\nb")) {
            assertFalse(Credentials.mayExist(name, "password"), name);
        }
        assertFalse(Credentials.mayExist("service", "x".repeat(1_001)));
        for (int i = 0; i < 30; i++) {
            String longName = "x".repeat(3_000) + i;
            assertEquals(
                    401,
                    Caller.withPassword(longName, "guess", server)
                            .get("/api/ads")
                            .statusCode());
        }
    }

    @Test
    void a_browser_that_has_signed_in_before_is_not_kept_out_by_guesses_at_its_address() {
        Browser owner = Browser.at(server);
        assertEquals(303, owner.logIn("operator", "tailback").statusCode());
        owner.open("/");
        owner.submit("/logout");
        Browser guesser = Browser.at(server);
        guesser.open("/login");
        HttpResponse<String> last = guess(guesser);
        for (int i = 0; i < 10 && last.statusCode() == 401; i++) {
            last = guess(guesser);
        }
        assertEquals(429, last.statusCode());
        assertTrue(Long.parseLong(last.headers().firstValue("Retry-After").orElse("0")) > 0);
        assertEquals(303, owner.logIn("operator", "tailback").statusCode());
    }

    // A place comes back every ten seconds, which a busy machine may need for sixty calls.
    private static void assertFewGuesses(IntFunction<Integer> guess) throws Exception {
        long start = System.nanoTime();
        List<Integer> answers = sideBySide(60, guess);
        long tenSeconds = Duration.ofNanos(System.nanoTime() - start).toSeconds() / 10;
        long looked = answers.stream().filter(status -> status == 401).count();
        assertTrue(
                looked >= Guesses.AT_ONE_ADDRESS && looked <= Guesses.AT_ONE_ADDRESS + tenSeconds + 1,
                answers::toString);
        assertEquals(
                60 - looked, answers.stream().filter(status -> status == 429).count(), answers::toString);
    }

    private static HttpResponse<String> guess(Browser guesser) {
        return guesser.submit("/login", "name", "operator", "password", "wrong", "next", "/");
    }

    private static <T> List<T> sideBySide(int times, IntFunction<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> running = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> work.apply(i)))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
