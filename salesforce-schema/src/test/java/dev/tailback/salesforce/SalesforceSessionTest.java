package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceSessionTest {

    private final WireOrg org = new WireOrg();

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void one_login_serves_many_calls() {
        SalesforceSession session = org.session();
        assertSame(session.current(), session.current());
        assertEquals(1, org.logins());
    }

    @Test
    void sixteen_threads_with_one_expired_token_sign_in_once() throws Exception {
        SalesforceSession session = org.session();
        Credentials rejected = session.current();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Credentials>> renewals = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            renewals.add(threads.submit(() -> {
                start.await();
                return session.renew(rejected);
            }));
        }
        start.countDown();
        for (Future<Credentials> renewal : renewals) {
            assertEquals("token-2", renewal.get().accessToken());
        }
        threads.shutdown();
        assertEquals(2, org.logins());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}|REFUSED",
                "400|{\"error\":\"invalid_grant\",\"error_description\":\"no client credentials user enabled\"}|REFUSED",
                "400|{\"error\":\"unknown_error\",\"error_description\":\"retry your request\"}|UNAVAILABLE",
                "503|<html>maintenance</html>|UNAVAILABLE",
                "420|''|UNAVAILABLE",
                "200|<html>please sign in to the hotel network</html>|UNAVAILABLE",
                "200|{\"access_token\":\"t\"}|UNAVAILABLE",
                "200|{\"access_token\":\"t\",\"instance_url\":\"nowhere\"}|UNAVAILABLE",
            })
    void a_failed_login_says_whether_a_person_must_act(int status, String body, LoginFailed.Kind kind) {
        org.loginAnswering(answer(status, body));
        assertEquals(
                kind,
                assertThrows(LoginFailed.class, () -> org.session().current()).kind());
    }

    @Test
    void a_login_that_failed_is_tried_again_by_the_next_call() {
        org.loginAnswering(answer(503, ""));
        SalesforceSession session = org.session();
        assertThrows(LoginFailed.class, session::current);
        org.loginAnswering(answer(200, "{\"access_token\":\"back\",\"instance_url\":\"" + org.url() + "\"}"));
        assertEquals("back", session.current().accessToken());
    }

    @Test
    void no_text_shows_the_token_or_the_secret() {
        SalesforceSession session = new SalesforceSession(org.configuration(), Clock.systemUTC());
        assertFalse(session.current().toString().contains("token-1"));
        assertFalse(org.configuration().toString().contains("wire-secret"));
        org.loginAnswering(
                answer(400, "{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}"));
        LoginFailed failure = assertThrows(LoginFailed.class, () -> session.renew(session.current()));
        assertFalse(failure.getMessage().contains("wire-secret"));
    }
}
