package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.session.Credentials;
import dev.tailback.salesforce.session.LoginFailed;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceSessionTest {

    private static final String SESSION_EXPIRED =
            "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}]";

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

    @Test
    void ten_pages_that_are_refused_for_an_hour_sign_in_a_few_times() {
        org.answering(answer(401, SESSION_EXPIRED));
        SettableClock clock = new SettableClock();
        ContractReader contracts =
                new ContractReader(new SalesforceSession(org.configuration(), clock), Mapping::tailback);
        for (int second = 0; second < 3_600; second++) {
            assertInstanceOf(Reading.Unavailable.class, contracts.find("800000000000001AAA"));
            clock.advance(Duration.ofSeconds(1));
        }
        assertTrue(org.logins() < 30, () -> org.logins() + " logins");
    }

    @Test
    void a_login_that_is_refused_is_not_repeated_by_every_page() {
        org.loginAnswering(answer(400, "{\"error\":\"invalid_client\",\"error_description\":\"no\"}"));
        SettableClock clock = new SettableClock();
        ContractReader contracts =
                new ContractReader(new SalesforceSession(org.configuration(), clock), Mapping::tailback);
        for (int second = 0; second < 3_600; second++) {
            assertInstanceOf(Reading.Refused.class, contracts.find("800000000000001AAA"));
            clock.advance(Duration.ofSeconds(1));
        }
        assertTrue(org.logins() < 30, () -> org.logins() + " logins");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"invalid_grant\",\"error_description\":\"login rate exceeded\"}",
                "{\"error\":\"LOGIN_RATE_EXCEEDED\"}",
                "{\"error\":\"rate_limit_exceeded\",\"error_description\":\"try later\"}"
            })
    void too_many_logins_are_told_as_such_and_end_only_by_a_pause(String body) {
        org.loginAnswering(answer(400, body));
        SettableClock clock = new SettableClock();
        SalesforceSession session = new SalesforceSession(org.configuration(), clock);
        LoginFailed failure = assertThrows(LoginFailed.class, session::current);
        assertEquals("LOGIN_RATE_EXCEEDED", failure.code());
        assertFalse(failure.getMessage().contains("SALESFORCE_CLIENT_SECRET"), failure.getMessage());
        clock.advance(Duration.ofSeconds(299));
        assertEquals(
                Duration.ofSeconds(1),
                assertThrows(LoginFailed.class, session::current).retryAfter().orElseThrow());
        assertEquals(1, org.logins());
        clock.advance(Duration.ofSeconds(2));
        org.loginAnswering(good("back"));
        assertEquals("back", session.current().accessToken());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "86400,300",
                "99999999999999999999,300",
                "'Fri, 31 Dec 9999 23:59:59 GMT',300",
                "7,7",
                "-5,0",
                "soon,0",
                "'',0",
                "'Thu, 01 Jan 1970 00:00:00 GMT',0",
                "7.5,0"
            })
    void the_login_server_names_no_wait_longer_than_five_minutes(String header, long seconds) {
        org.loginAnswering(answer(503, "", "Retry-After", header));
        SettableClock clock = new SettableClock();
        SalesforceSession session = new SalesforceSession(org.configuration(), clock);
        assertThrows(LoginFailed.class, session::current);
        org.loginAnswering(good("back"));
        if (seconds > 0) {
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThrows(LoginFailed.class, session::current);
            clock.advance(Duration.ofMillis(1));
        }
        assertEquals("back", session.current().accessToken());
    }

    @Test
    void a_session_for_an_address_nobody_listens_at_is_given_up() {
        org.answering(answer(200, "{\"totalSize\":0,\"done\":true,\"records\":[]}"));
        org.loginAnswering(answer(200, "{\"access_token\":\"t\",\"instance_url\":\"http://127.0.0.1:1\"}"));
        ContractReader contracts = new ContractReader(org.session(), Mapping::tailback);
        assertInstanceOf(Reading.Unavailable.class, contracts.find("800000000000001AAA"));
        org.loginAnswering(good("better"));
        assertInstanceOf(Reading.Absent.class, contracts.find("800000000000001AAA"));
    }

    @Test
    void a_session_for_an_address_that_points_elsewhere_is_given_up() {
        org.answering(
                answer(301, "", "Location", "https://elsewhere.example"),
                answer(200, "{\"totalSize\":0,\"done\":true,\"records\":[]}"));
        ContractReader contracts = new ContractReader(org.session(), Mapping::tailback);
        assertInstanceOf(Reading.Unavailable.class, contracts.find("800000000000001AAA"));
        assertInstanceOf(Reading.Absent.class, contracts.find("800000000000001AAA"));
        assertEquals(2, org.logins());
    }

    @Test
    void sessions_for_a_dead_address_are_not_made_for_ever() {
        org.loginAnswering(answer(200, "{\"access_token\":\"t\",\"instance_url\":\"http://127.0.0.1:1\"}"));
        SettableClock clock = new SettableClock();
        ContractReader contracts =
                new ContractReader(new SalesforceSession(org.configuration(), clock), Mapping::tailback);
        for (int second = 0; second < 600; second++) {
            Reading<Contract> reading = contracts.find("800000000000001AAA");
            assertEquals("UNREACHABLE", ((Reading.Unavailable<Contract>) reading).code());
            clock.advance(Duration.ofSeconds(1));
        }
        assertTrue(org.logins() < 15, () -> org.logins() + " logins");
    }

    @Test
    void a_session_that_ends_now_and_then_is_renewed_without_a_pause() {
        SettableClock clock = new SettableClock();
        SalesforceSession session = new SalesforceSession(org.configuration(), clock);
        for (int times = 1; times < 20; times++) {
            Credentials held = session.current();
            clock.advance(Duration.ofMinutes(2));
            assertEquals("token-" + (times + 1), session.renew(held).accessToken());
        }
    }

    @Test
    void a_clock_that_is_set_back_makes_no_pause_longer() {
        org.loginAnswering(answer(503, "", "Retry-After", "200"));
        SettableClock clock = new SettableClock();
        SalesforceSession session = new SalesforceSession(org.configuration(), clock);
        assertThrows(LoginFailed.class, session::current);
        org.loginAnswering(good("back"));
        clock.advance(Duration.ofDays(-30));
        assertEquals("back", session.current().accessToken());
    }

    private WireOrg.Reply good(String token) {
        return answer(200, "{\"access_token\":\"" + token + "\",\"instance_url\":\"" + org.url() + "\"}");
    }
}
