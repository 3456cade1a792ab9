package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageWriterAnswersTest {

    private static final String SAVED =
            "{\"id\":\"a02000000000001AAA\",\"success\":true,\"errors\":[],\"created\":true}";
    private static final String LOCKED = "{\"success\":false,\"created\":true,\"errors\":[{\"statusCode\":"
            + "\"FIELD_CUSTOM_VALIDATION_EXCEPTION\",\"message\":\"[USAGE_LOCKED] The contract is fulfilled.\",\"fields\":[]},"
            + "{\"statusCode\":\"FIELD_CUSTOM_VALIDATION_EXCEPTION\",\"message\":\"[USAGE_STALE] Newer.\",\"fields\":[\"Version__c\"]}]}";

    private final WireOrg org = new WireOrg();

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void one_call_carries_every_snapshot_with_typed_values_and_its_key_inside() {
        org.answering(answer(200, "[" + SAVED + "]"));
        UUID entry = UUID.fromString("0b6c1e50-93d4-4a7e-8f6b-0d2f3a1c9e11");
        send(List.of(new UsageSnapshot(entry, "a01000000000001AAA", 3, 2, false, "ad \"7\"")));
        WireOrg.Request request = org.requests().get(0);
        assertEquals("PATCH", request.method());
        assertEquals("/services/data/v62.0/composite/sobjects/Product_Usage__c/External_Id__c", request.target());
        assertEquals(
                "{\"allOrNone\":false,\"records\":[{\"attributes\":{\"type\":\"Product_Usage__c\"},"
                        + "\"External_Id__c\":\"0b6c1e50-93d4-4a7e-8f6b-0d2f3a1c9e11\",\"Contract_Product__c\":\"a01000000000001AAA\","
                        + "\"Version__c\":3,\"Units__c\":2,\"Cancelled__c\":false,\"Ad_Reference__c\":\"ad \\\"7\\\"\"}]}",
                request.body());
    }

    @Test
    void what_a_record_is_shown_as_is_what_was_sent_letter_by_letter() {
        org.answering(answer(200, "[" + SAVED + "," + SAVED + "]"));
        AdShown ad = new AdShown(
                "Spring \"sale\" für Ömer",
                Optional.of(LocalDate.of(2026, 3, 1)),
                Optional.empty(),
                Optional.of("https://ads.example.com/ads/1"));
        UsageSnapshot one = new UsageSnapshot(UUID.randomUUID(), "a01000000000001AAA", 3, 2, false, "AD-1");
        UsageSnapshot two =
                new UsageSnapshot(UUID.randomUUID(), "a01000000000001AAA", 1, 7, true, "AD-2", Optional.of(ad));
        send(List.of(one, two));
        assertEquals(
                "{\"allOrNone\":false,\"records\":[" + UsageWriter.json(Mapping.tailback(), one) + ","
                        + UsageWriter.json(Mapping.tailback(), two) + "]}",
                org.requests().get(0).body());
    }

    @Test
    void what_was_read_of_an_answer_is_shown_as_salesforce_writes_it() {
        org.answering(answer(200, "[" + SAVED + "," + LOCKED + "]"));
        Delivery.Answered answered = assertInstanceOf(Delivery.Answered.class, send(snapshots(2)));
        assertEquals(SAVED, answered.rows().get(0).json());
        assertEquals(
                LOCKED.replace("\"created\":true,", ""), answered.rows().get(1).json());
    }

    @ParameterizedTest
    @CsvSource({"200,nonsense", "204,''", "302,''", "400,''", "403,''", "420,''", "500,''", "503,maintenance"})
    void every_answer_says_its_status(int status, String body) {
        org.answering(answer(status, body));
        assertEquals(OptionalInt.of(status), send(snapshots(1)).httpStatus());
    }

    @Test
    void no_answer_has_no_status() {
        org.answering(WireOrg.hangUp());
        assertEquals(OptionalInt.empty(), send(snapshots(1)).httpStatus());
    }

    @Test
    void every_snapshot_gets_its_own_answer_in_order() {
        org.answering(answer(200, "[" + SAVED + "," + LOCKED + "]", "Sforce-Limit-Info", "api-usage=17/15000"));
        Delivery.Answered answered = assertInstanceOf(Delivery.Answered.class, send(snapshots(2)));
        assertEquals(
                new RowAnswer.Accepted("a02000000000001AAA", true),
                answered.rows().get(0));
        RowAnswer.Refused refused =
                assertInstanceOf(RowAnswer.Refused.class, answered.rows().get(1));
        assertEquals(
                List.of("USAGE_LOCKED", "USAGE_STALE"),
                refused.errors().stream()
                        .map(error -> error.ruleCode().orElseThrow())
                        .toList());
        assertEquals(List.of("Version__c"), refused.errors().get(1).fields());
        assertEquals(Optional.of(new ApiUsage(17, 15_000)), answered.apiUsage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Welcome to our proxy</body></html>",
                "",
                "null",
                "{}",
                "[]",
                "[" + SAVED + "]",
                "[" + SAVED + "," + SAVED + "," + SAVED + "]",
                "[" + SAVED + "," + SAVED,
                "[" + SAVED + "," + SAVED + "] and more",
                "[" + SAVED + ",null]",
                "[" + SAVED + ",{}]",
                "[" + SAVED + ",{\"success\":\"true\",\"id\":\"a02\"}]",
                "[" + SAVED + ",{\"success\":true}]",
                "[" + SAVED + ",{\"success\":false,\"errors\":[]}]",
            })
    void a_good_status_with_nonsense_leaves_the_outcome_unknown(String body) {
        org.answering(answer(200, body));
        Delivery.OutcomeUnknown unknown = assertInstanceOf(Delivery.OutcomeUnknown.class, send(snapshots(2)));
        assertEquals("UNUSABLE_ANSWER", unknown.code());
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 300, 304})
    void a_status_that_this_call_never_has_leaves_the_outcome_unknown(int status) {
        org.answering(answer(status, ""));
        assertInstanceOf(Delivery.OutcomeUnknown.class, send(snapshots(1)));
    }

    @Test
    void a_connection_that_ends_after_sending_leaves_the_outcome_unknown_and_is_not_repeated() {
        org.answering(WireOrg.hangUp());
        assertInstanceOf(Delivery.OutcomeUnknown.class, send(snapshots(1)));
        assertEquals(1, org.requests().size());
    }

    @Test
    void half_an_answer_leaves_the_outcome_unknown() {
        org.answering(WireOrg.breakOff("[" + SAVED));
        assertInstanceOf(Delivery.OutcomeUnknown.class, send(snapshots(1)));
    }

    @Test
    void an_answer_that_stalls_in_the_middle_ends_with_the_write_timeout() {
        org.answering(org.stall());
        SalesforceConfiguration impatient =
                org.configuration().withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(1));
        Delivery delivery = new UsageWriter(new SalesforceSession(impatient, Clock.systemUTC()), Mapping::tailback)
                .upsert(snapshots(1));
        assertEquals(
                "NO_ANSWER",
                assertInstanceOf(Delivery.OutcomeUnknown.class, delivery).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|REQUEST_LIMIT_EXCEEDED|TotalRequests Limit exceeded.|QUOTA_USED_UP",
                "403|REQUEST_LIMIT_EXCEEDED|ConcurrentRequests (Concurrent API Requests) Limit exceeded.|CONCURRENCY_LIMIT",
                "403|REQUEST_LIMIT_EXCEEDED|ConcurrentPerOrgLongTxn Limit exceeded|CONCURRENCY_LIMIT",
                "503|SERVER_UNAVAILABLE|Server too busy|SERVER_UNAVAILABLE",
                "500|UNKNOWN_EXCEPTION|An unexpected error occurred.|UNKNOWN_EXCEPTION",
                "503|INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE|Updates can't be made during maintenance.|READ_ONLY_MODE",
                "400|INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE|Updates can't be made during maintenance.|READ_ONLY_MODE",
            })
    void an_outage_told_by_code_is_unavailable(int status, String code, String message, String expected) {
        org.answering(answer(status, error(code, message)));
        assertEquals(expected, unavailable(send(snapshots(1))).code());
    }

    @ParameterizedTest
    @CsvSource({
        "420,HTTP_420",
        "406,HTTP_406",
        "429,HTTP_429",
        "500,HTTP_500",
        "502,HTTP_502",
        "503,HTTP_503",
        "504,HTTP_504",
        "403,HTTP_403"
    })
    void an_outage_without_a_word_is_unavailable(int status, String expected) {
        org.answering(answer(status, ""));
        assertEquals(expected, unavailable(send(snapshots(1))).code());
    }

    @Test
    void a_maintenance_page_is_unavailable_for_as_long_as_it_asks() {
        org.answering(answer(503, "<html>We are down for maintenance.</html>", "Retry-After", "120"));
        Delivery.Unavailable unavailable = unavailable(send(snapshots(1)));
        assertEquals("MAINTENANCE", unavailable.code());
        assertEquals(Optional.of(Duration.ofMinutes(2)), unavailable.retryAfter());
    }

    @Test
    void read_only_mode_told_row_by_row_is_unavailable_too() {
        String row = "{\"success\":false,\"errors\":[{\"statusCode\":"
                + "\"INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE\",\"message\":\"Updates can't be made\",\"fields\":[]}]}";
        org.answering(answer(200, "[" + row + "," + row + "]"));
        assertEquals("READ_ONLY_MODE", unavailable(send(snapshots(2))).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|JSON_PARSER_ERROR|Cannot deserialize",
                "404|NOT_FOUND|The requested resource does not exist",
                "400|EXCEEDED_ID_LIMIT|record limit reached",
                "403|API_DISABLED_FOR_ORG|The REST API is not enabled for this Organization.",
                "410|UNSUPPORTED_API_VERSION|The requested version is gone",
            })
    void a_refusal_of_the_whole_call_is_final(int status, String code, String message) {
        org.answering(answer(status, error(code, message)));
        assertEquals(new Delivery.Refused(status, code, message, Optional.empty()), send(snapshots(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "413|''",
                "400|<html>The request was blocked by our firewall</html>",
                "404|<html>no such site</html>",
                "422|{\"error\":\"no\"}",
                "405|[]",
                "410|[{\"errorCode\":\"\"}]",
                "400|[{\"errorCode\":\"<b>no</b>\",\"message\":\"x\"}]",
                "400|[\"no\"]",
            })
    void a_refusal_without_the_form_of_salesforce_blames_nobody(int status, String body) {
        org.answering(answer(status, body, "Retry-After", "7"));
        Delivery.TurnedAway away = assertInstanceOf(Delivery.TurnedAway.class, send(snapshots(1)));
        assertEquals(status, away.status());
        assertEquals("HTTP_" + status, away.code());
        assertEquals(Optional.of(Duration.ofSeconds(7)), away.retryAfter());
    }

    @Test
    void a_proxy_that_asks_for_a_name_is_an_outage() {
        org.answering(answer(407, ""));
        assertEquals("PROXY_REFUSED", unavailable(send(snapshots(1))).code());
    }

    @Test
    void a_request_that_cannot_be_built_is_not_sent() {
        SalesforceConfiguration good = org.configuration();
        SalesforceConfiguration ours = new SalesforceConfiguration(
                good.loginUrl(),
                good.clientId(),
                good.clientSecret(),
                "not a version",
                good.connectTimeout(),
                good.readTimeout(),
                good.writeTimeout(),
                Optional.empty());
        Delivery delivery =
                new UsageWriter(new SalesforceSession(ours, Clock.systemUTC()), Mapping::tailback).upsert(snapshots(1));
        assertEquals(
                "NOT_SENT", assertInstanceOf(Delivery.NotSent.class, delivery).code());
        assertEquals(0, org.requests().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_not_followed_and_told_with_its_target(int status) {
        org.answering(answer(status, "", "Location", "https://moved.example.com:8443/services/data?token=secret"));
        Delivery.Unavailable moved = unavailable(send(snapshots(1)));
        assertEquals("MOVED", moved.code());
        assertTrue(moved.reason().contains("https://moved.example.com:8443 "), moved.reason());
        assertTrue(moved.reason().contains("SALESFORCE_LOGIN_URL"), moved.reason());
        assertEquals(1, org.requests().size());
    }

    @Test
    void an_expired_session_is_renewed_once_and_the_batch_sent_again() {
        org.answering(
                answer(401, error("INVALID_SESSION_ID", "Session expired or invalid")), answer(200, "[" + SAVED + "]"));
        assertInstanceOf(Delivery.Answered.class, send(snapshots(1)));
        assertEquals(2, org.logins());
        assertEquals("Bearer token-2", org.requests().get(1).authorization());
    }

    @Test
    void a_session_that_expires_at_once_is_an_outage_and_no_loop() {
        org.answering(answer(401, error("INVALID_SESSION_ID", "Session expired or invalid")));
        assertEquals("INVALID_SESSION_ID", unavailable(send(snapshots(1))).code());
        assertEquals(2, org.requests().size());
    }

    @Test
    void a_refused_login_saves_nothing_and_names_what_to_check() {
        org.loginAnswering(
                answer(400, "{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}"));
        Delivery.Unavailable unavailable = unavailable(send(snapshots(1)));
        assertEquals("LOGIN_REFUSED", unavailable.code());
        assertTrue(unavailable.reason().contains("SALESFORCE_CLIENT_SECRET"), unavailable.reason());
    }

    @Test
    void an_org_that_nobody_listens_at_is_unavailable() {
        org.loginAnswering(answer(200, "{\"access_token\":\"t\",\"instance_url\":\"http://127.0.0.1:1\"}"));
        assertEquals("UNREACHABLE", unavailable(send(snapshots(1))).code());
    }

    @Test
    void a_batch_has_one_to_200_different_entries() {
        UsageWriter writer = new UsageWriter(org.session(), Mapping::tailback);
        List<UsageSnapshot> one = snapshots(1);
        assertThrows(IllegalArgumentException.class, () -> writer.upsert(List.of()));
        assertThrows(IllegalArgumentException.class, () -> writer.upsert(snapshots(201)));
        assertThrows(IllegalArgumentException.class, () -> writer.upsert(List.of(one.get(0), one.get(0))));
        assertEquals(0, org.requests().size());
    }

    private Delivery send(List<UsageSnapshot> snapshots) {
        return new UsageWriter(org.session(), Mapping::tailback).upsert(snapshots);
    }

    private static Delivery.Unavailable unavailable(Delivery delivery) {
        return assertInstanceOf(Delivery.Unavailable.class, delivery);
    }

    private static List<UsageSnapshot> snapshots(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new UsageSnapshot(new UUID(7, n), "a01000000000001AAA", 1, 1, false, "ad-" + n))
                .toList();
    }

    private static String error(String code, String message) {
        return "[{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}]";
    }
}
