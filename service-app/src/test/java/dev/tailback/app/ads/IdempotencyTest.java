package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static Line line;
    private final String body = ad("Spring", Ids.contract(), Ids.product(), 1);

    @BeforeAll
    static void start() {
        line = Line.withoutSalesforce();
    }

    @AfterAll
    static void end() {
        line.close();
    }

    @Test
    void the_same_key_and_body_get_the_same_answer() {
        Answer first = line.staff().createOnce("same", body);
        line.reportAll();
        Answer second = line.staff().createOnce("same", "  " + body.replace(",", " ,\n"));
        assertEquals(201, second.status(), second.body()::toString);
        assertEquals(first.body(), second.body());
        assertEquals(first.location(), second.location());
        assertEquals(first.etag(), second.etag());
        assertEquals(1, line.number("select count(*) from ad where cast(id as text) = ?", first.id()));
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        line.staff().createOnce("other", body);
        Answer second = line.staff().createOnce("other", ad("Summer", Ids.contract(), Ids.product(), 1));
        assertEquals(409, second.status());
        assertEquals("idempotency_key_reused", second.code());
    }

    @Test
    void keys_of_two_accounts_are_two_keys() {
        Answer first = line.staff().createOnce("mine", body);
        Answer second = line.as("operator").createOnce("mine", body);
        assertEquals(201, second.status());
        assertEquals(1, line.number("select count(*) from ad where cast(id as text) = ?", second.id()));
        assertEquals(false, first.id().equals(second.id()));
    }

    @Test
    void a_key_that_is_none_is_refused() {
        assertEquals(400, line.staff().createOnce("x".repeat(256), body).status());
    }

    @Test
    void without_a_key_every_request_is_a_new_ad() {
        assertEquals(
                false,
                line.staff().create(body).id().equals(line.staff().create(body).id()));
    }

    @Test
    void a_refused_request_does_not_use_its_key_up() {
        assertEquals(
                400,
                line.staff().createOnce("again", body.replace("Spring", "")).status());
        assertEquals(201, line.staff().createOnce("again", body).status());
    }

    @Test
    void concurrent_requests_with_one_key_make_one_ad() throws Exception {
        long before = line.number("select count(*) from ad");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Answer>> requests = Stream.<Callable<Answer>>generate(
                        () -> () -> line.staff().createOnce("race", body))
                .limit(16)
                .toList();
        List<Future<Answer>> answers = threads.invokeAll(requests);
        threads.shutdown();
        String id = answers.get(0).get().id();
        for (Future<Answer> answer : answers) {
            assertEquals(201, answer.get().status(), answer.get().body()::toString);
            assertEquals(id, answer.get().id());
        }
        assertEquals(before + 1, line.number("select count(*) from ad"));
    }
}
