package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.contract.ContractSearch;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.LockedUsage;
import dev.tailback.salesforce.usage.LockedUsageReader;
import dev.tailback.salesforce.usage.LockedUsageSearch;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.salesforce.usage.RowError;
import dev.tailback.salesforce.usage.UsagePageSearch;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever answers in Salesforce's place gets us to spend little, to believe little, and to send nothing elsewhere. */
class LyingSalesforceTest {

    private static final String ID = "800000000000001AAA";
    private static final long FAR_MORE_THAN_WE_READ = 64L * 1024 * 1024;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final WireOrg org = new WireOrg();
    private final Lies lies = new Lies();

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void a_next_page_that_names_itself_is_read_once() {
        org.answering(answer(200, more("/services/data/v62.0/query/01g-1", 1_000, contract(1))));
        unavailable(contracts().search(all()));
        assertEquals(2, org.requests().size());
    }

    @Test
    void pages_that_name_each_other_in_a_circle_end() {
        org.answering(
                answer(200, more("/services/data/v62.0/query/01g-1", 1_000, contract(1))),
                answer(200, more("/services/data/v62.0/query/01g-2", 1_000, contract(2))),
                answer(200, more("/services/data/v62.0/query/01g-1", 1_000, contract(3))));
        unavailable(contracts().search(all()));
        assertEquals(3, org.requests().size());
    }

    @Test
    void a_page_without_rows_that_names_another_ends_the_reading() {
        org.answering(answer(200, more("/services/data/v62.0/query/01g-1", 1_000)));
        unavailable(contracts().search(all()));
        assertEquals(1, org.requests().size());
    }

    @Test
    void more_rows_than_were_said_to_be_there_are_not_taken() {
        org.answering(
                answer(200, "{\"totalSize\":1,\"done\":true,\"records\":[" + contract(1) + "," + contract(2) + "]}"));
        unavailable(contracts().search(all()));
    }

    @Test
    void many_pages_of_one_row_each_end_soon() {
        int[] page = {0};
        org.answering(exchange -> answer(
                        200, more("/services/data/v62.0/query/01g-" + ++page[0], 100, contract(page[0])))
                .to(exchange));
        unavailable(contracts().search(all()));
        assertTrue(org.requests().size() < 20, () -> org.requests().size() + " requests");
    }

    @Test
    void a_question_with_a_million_rows_is_not_read_at_all() {
        org.answering(answer(200, more("/services/data/v62.0/query/01g-1", 1_000_000, contract(1))));
        assertTrue(unavailable(contracts().search(all())).reason().contains("narrow the search"));
        assertEquals(1, org.requests().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/services/data/v62.0/query/01g-1",
                "//evil.example.com/services/data/v62.0/query/01g-1",
                "@evil.example.com/services/data/v62.0/query/01g-1",
                "/services/data/v62.0/query/../../../oauth2/revoke",
                "/services/data/v62.0/query/%2e%2e/01g",
                "/services/apexrest/anything",
                "/services/data/v62.0/query?q=SELECT+Id+FROM+User",
                "services/data/v62.0/query/01g-1",
                "/services/data/v62.0/query/01g 1",
                "",
            })
    void a_next_page_is_only_ever_a_page_of_a_query_in_the_same_org(String next) {
        org.answering(answer(200, more(next, 1_000, contract(1))));
        assertFalse(unavailable(contracts().search(all())).reason().contains("evil"));
        assertEquals(1, org.requests().size());
    }

    @Test
    void an_endless_answer_to_a_question_is_cut_off() {
        org.answering(lies.endless("{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\""));
        unavailable(contracts().find(ID));
        wasCutOff();
    }

    @Test
    void an_endless_answer_to_a_write_leaves_the_outcome_unknown_and_is_cut_off() {
        org.answering(lies.endless("[{\"id\":\""));
        assertInstanceOf(Delivery.OutcomeUnknown.class, send());
        wasCutOff();
    }

    @Test
    void an_endless_answer_to_a_login_is_cut_off() {
        org.loginAnswering(lies.endless("{\"access_token\":\""));
        assertInstanceOf(Delivery.Unavailable.class, send());
        wasCutOff();
    }

    private void wasCutOff() {
        await().atMost(LONG).until(lies::isCutOff);
        assertTrue(lies.bytesWritten() < FAR_MORE_THAN_WE_READ, () -> lies.bytesWritten() + " bytes written");
    }

    @Test
    void an_answer_that_drips_ends_with_the_time_for_all_of_it() {
        org.answering(lies.dripping());
        assertEquals("NO_ANSWER", unavailable(impatient().find(ID)).code());
        await().atMost(LONG).until(lies::isCutOff);
    }

    @Test
    void a_login_that_drips_ends_with_the_time_for_all_of_it() {
        org.loginAnswering(lies.dripping());
        assertEquals("LOGIN_UNAVAILABLE", unavailable(impatient().find(ID)).code());
        await().atMost(LONG).until(lies::isCutOff);
    }

    @Test
    void headers_without_end_are_not_read_until_the_time_is_over() {
        try (EndlessHeaders server = new EndlessHeaders()) {
            SalesforceConfiguration there = SalesforceConfiguration.of(server.url(), "tailback", "wire-secret", null)
                    .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
            ContractReader reader =
                    new ContractReader(new SalesforceSession(there, Clock.systemUTC()), Mapping::tailback);
            Reading.Unavailable<Contract> unavailable = unavailable(reader.find(ID));
            assertEquals("LOGIN_UNAVAILABLE", unavailable.code());
            assertFalse(unavailable.reason().contains("within"), unavailable.reason());
            assertTrue(server.bytesWritten() < FAR_MORE_THAN_WE_READ, () -> server.bytesWritten() + " bytes written");
        }
    }

    @Test
    void a_packed_answer_is_not_unpacked() {
        org.answering(Lies.bomb());
        assertTrue(unavailable(contracts().find(ID)).reason().contains("no JSON"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"totalSize\":\"1\",\"done\":true,\"records\":[]}",
                "{\"totalSize\":-1,\"done\":true,\"records\":[]}",
                "{\"totalSize\":1.5,\"done\":true,\"records\":[]}",
                "{\"totalSize\":null,\"done\":true,\"records\":[]}",
                "{\"totalSize\":1e9,\"done\":true,\"records\":[]}",
                "{\"totalSize\":99999999999999999999,\"done\":true,\"records\":[]}",
                "{\"totalSize\":0,\"done\":\"true\",\"records\":[]}",
                "{\"totalSize\":0,\"done\":null,\"records\":[]}",
                "{\"totalSize\":0,\"done\":1,\"records\":[]}",
                "{\"totalSize\":0,\"done\":true,\"records\":{}}",
                "{\"totalSize\":0,\"done\":true,\"records\":null}",
                "{\"totalSize\":0,\"done\":true,\"records\":\"\"}",
                "{\"totalSize\":0,\"done\":true,\"done\":true,\"records\":[]}",
                "{\"totalSize\":0,\"totalSize\":1,\"done\":true,\"records\":[]}",
                "[]",
                "\"\"",
                "null",
                "1",
            })
    void an_answer_that_is_not_of_the_form_of_a_query_is_no_answer(String body) {
        org.answering(answer(200, body));
        unavailable(contracts().find(ID));
    }

    @Test
    void an_answer_that_is_nested_without_end_is_no_answer() {
        org.answering(answer(
                200,
                "{\"totalSize\":1,\"done\":true,\"records\":[" + "[".repeat(100_000) + "]".repeat(100_000) + "]}"));
        unavailable(contracts().find(ID));
    }

    @Test
    void a_million_small_values_are_no_answer() {
        org.answering(
                answer(200, "{\"totalSize\":1,\"done\":true,\"records\":[{\"a\":[" + "1,".repeat(1_100_000) + "1]}]}"));
        unavailable(contracts().find(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"row\"",
                "{}",
                "{\"Id\":7}",
                "{\"Id\":\"<script>\"}",
                "{\"Id\":\"800000000000001AAA\",\"ContractNumber\":{\"a\":1}}",
                "{\"Id\":\"800000000000001AAA\",\"ContractNumber\":[]}",
                "{\"Id\":\"800000000000001AAA\",\"Account\":\"Magic\"}",
                "{\"Id\":\"800000000000001AAA\",\"Account\":{\"Name\":true}}",
                "{\"Id\":\"800000000000001AAA\",\"Contract_Products__r\":[]}",
                "{\"Id\":\"800000000000001AAA\",\"Contract_Products__r\":{\"records\":{}}}",
                "{\"Id\":\"800000000000001AAA\",\"Contract_Products__r\":{\"records\":[null]}}",
                "{\"Id\":\"800000000000001AAA\",\"Contract_Products__r\":{\"done\":\"no\",\"records\":[]}}",
                "{\"Id\":\"800000000000009AAA\"}",
            })
    void a_row_that_is_no_contract_is_refused_with_a_sentence(String row) {
        org.answering(answer(200, "{\"totalSize\":1,\"done\":true,\"records\":[" + row + "]}"));
        assertEquals("UNUSABLE_ROW", refused(contracts().find(ID)).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "-1e400",
                "12345678901234567890123456789012345678901234567890",
                "0.12345678901234567890123456789012345678901234567890",
                "\"5\"",
                "true",
                "[5]",
                "{\"value\":5}",
            })
    void a_number_that_no_field_can_hold_makes_the_row_unusable(String number) {
        org.answering(answer(200, rows(contract(1).replace("5.0", number))));
        assertEquals("UNUSABLE_ROW", refused(contracts().find(ID)).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Version__c\":4.5",
                "Version__c\":-1",
                "Version__c\":1e15",
                "Version__c\":\"4\"",
                "Units__c\":0.5",
                "Units__c\":-3",
                "Units__c\":2147483648",
                "Cancelled__c\":\"false\"",
                "Locked__c\":1",
                "Id\":\"x\""
            })
    void usage_with_a_value_that_its_field_cannot_have_is_refused(String value) {
        String name = value.substring(0, value.indexOf('"'));
        org.answering(answer(200, rows(usage(1).replaceAll("\"" + name + "\":[^,}]+", "\"" + value))));
        assertEquals("UNUSABLE_ROW", refused(usage().byContract(ID)).code());
    }

    @Test
    void usage_that_was_not_asked_for_is_not_believed() {
        org.answering(answer(200, rows(usage(1))));
        assertEquals(
                "UNUSABLE_ROW",
                refused(usage().byEntryIds(List.of(new UUID(9, 2)))).code());
        assertEquals(
                "UNUSABLE_ROW",
                refused(usage().byContract("800000000000002AAA")).code());
    }

    @Test
    void a_page_of_usage_that_was_read_before_is_not_read_for_ever() {
        org.answering(answer(200, rows(usage(1), usage(2))));
        String key = found(usage().page(page(Optional.empty(), 2))).lastKey().orElseThrow();
        assertEquals(
                "UNUSABLE_ROW", refused(usage().page(page(Optional.of(key), 2))).code());
        unavailable(usage().page(page(Optional.empty(), 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"yesterday\"", "\"2026-99-99T00:00:00.000+0000\"", "\"9999-01-01T00:00:00.000+0000\"", "17"})
    void a_time_that_is_none_makes_the_row_unusable_in_our_own_words(String time) {
        org.answering(answer(
                200,
                rows(usage(1).replace("\"Locked__c\":true", "\"Locked__c\":true")
                        .replace(
                                "\"Contract__c\":",
                                "\"Contract__r\":{\"Fulfilled_On__c\":" + time + "},\"Contract__c\":"))));
        LockedUsageReader finance = new LockedUsageReader(org.session(), Mapping::tailback);
        Reading.Refused<List<LockedUsage>> refused = refused(finance.read(
                new LockedUsageSearch(Optional.empty(), Optional.empty(), Optional.empty(), 10),
                new OrgCurrency.One("EUR")));
        assertEquals("UNUSABLE_ROW", refused.code());
        assertFalse(refused.reason().contains("parse"), refused.reason());
    }

    @Test
    void a_label_is_cut_and_freed_of_signs_that_no_place_can_keep() {
        String name = "Mag\\u0000ic\\nAds\\ud800 \\u202e" + "y".repeat(150_000);
        org.answering(answer(200, rows(contract(1).replace("Magic Ads", name))));
        String customer = found(contracts().find(ID)).customer();
        assertTrue(customer.startsWith("Mag ic Ads"), customer);
        assertEquals(255, customer.length());
        assertTrue(customer.chars()
                .noneMatch(letter -> letter == 0 || letter == '\n' || letter == 0xD800 || letter == 0x202E));
    }

    @Test
    void what_is_said_about_a_refused_record_is_cut() {
        String error = "{\"statusCode\":\"<b>\",\"message\":\"" + "m".repeat(100_000) + "\",\"fields\":["
                + "\"f\",".repeat(999) + "\"f\"]}";
        org.answering(answer(200, "[{\"success\":false,\"errors\":[" + (error + ",").repeat(20) + error + "]}]"));
        Delivery.Answered answered = assertInstanceOf(Delivery.Answered.class, send());
        RowError first = assertInstanceOf(
                        RowAnswer.Refused.class, answered.rows().get(0))
                .errors()
                .get(0);
        assertEquals("UNKNOWN_EXCEPTION", first.code());
        assertEquals(1_000, first.message().length());
        assertEquals(50, first.fields().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"<b>\"", "\"a02\"", "7", "{}"})
    void an_acceptance_without_the_id_of_a_record_leaves_the_outcome_unknown(String id) {
        org.answering(answer(200, "[{\"success\":true,\"created\":true,\"id\":" + id + ",\"errors\":[]}]"));
        assertInstanceOf(Delivery.OutcomeUnknown.class, send());
    }

    @Test
    void a_redirect_of_a_question_is_told_and_not_followed() {
        try (WireOrg elsewhere = new WireOrg()) {
            elsewhere.answering(answer(200, rows(contract(1))));
            org.answering(answer(302, "", "Location", elsewhere.url() + "/services/data/v62.0/query?q=x"));
            Reading.Unavailable<Contract> moved = unavailable(contracts().find(ID));
            assertEquals("MOVED", moved.code());
            assertTrue(moved.reason().contains(elsewhere.url()), moved.reason());
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void a_redirect_of_the_login_is_told_and_the_secret_stays_here() {
        try (WireOrg elsewhere = new WireOrg()) {
            org.loginAnswering(answer(307, "", "Location", elsewhere.url() + "/services/oauth2/token"));
            Reading.Unavailable<Contract> moved = unavailable(contracts().find(ID));
            assertTrue(moved.reason().contains(elsewhere.url()), moved.reason());
            assertTrue(moved.reason().contains("SALESFORCE_LOGIN_URL"), moved.reason());
            assertEquals(0, elsewhere.logins());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example.com",
                "https://evil.example.com",
                "http://127.0.0.1.evil.example.com",
                "http://user@127.0.0.1:1",
                "http://127.0.0.1:1?x",
                "ftp://127.0.0.1:1",
                "//127.0.0.1:1",
                "127.0.0.1:1",
                "http://[::1",
            })
    void a_token_for_somebody_else_s_address_goes_nowhere(String instance) {
        org.loginAnswering(answer(200, "{\"access_token\":\"t\",\"instance_url\":\"" + instance + "\"}"));
        assertEquals("LOGIN_UNAVAILABLE", unavailable(contracts().find(ID)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"two\\nlines\"", "\"\"", "7", "null", "\"\\u00e4\"", "[\"t\"]"})
    void a_token_that_fits_no_header_is_none(String token) {
        org.loginAnswering(answer(200, "{\"access_token\":" + token + ",\"instance_url\":\"" + org.url() + "\"}"));
        assertEquals("LOGIN_UNAVAILABLE", unavailable(contracts().find(ID)).code());
        assertEquals(0, org.requests().size());
    }

    private Delivery send() {
        return new UsageWriter(org.session(), Mapping::tailback)
                .upsert(List.of(new UsageSnapshot(new UUID(7, 1), "a01000000000001AAA", 1, 1, false, "ad")));
    }

    private ContractReader contracts() {
        return new ContractReader(org.session(), Mapping::tailback);
    }

    private ContractReader impatient() {
        SalesforceConfiguration impatient =
                org.configuration().withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(20));
        return new ContractReader(new SalesforceSession(impatient, Clock.systemUTC()), Mapping::tailback);
    }

    private UsageReader usage() {
        return new UsageReader(org.session(), Mapping::tailback);
    }

    private static ContractSearch all() {
        return new ContractSearch(Optional.empty(), Optional.empty(), 0, 20);
    }

    private static UsagePageSearch page(Optional<String> after, int limit) {
        return new UsagePageSearch(Optional.empty(), after, limit);
    }

    private static String contract(int n) {
        return "{\"Id\":\"80000000000000" + n % 10
                + "AAA\",\"ContractNumber\":\"00000100\",\"Account\":{\"Name\":\"Magic Ads\"},"
                + "\"Contract_Products__r\":{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"a01000000000001AAA\","
                + "\"Product_Type__c\":\"Small\",\"Units_Sold__c\":5.0}]}}";
    }

    private static String usage(int n) {
        return "{\"Id\":\"a02000000000001AAA\",\"External_Id__c\":\"" + new UUID(9, n)
                + "\",\"Contract_Product__c\":\"a01000000000001AAA\",\"Contract_Product__r\":{\"Contract__c\":\"" + ID
                + "\"},\"Version__c\":4.0,\"Units__c\":1.0,\"Cancelled__c\":true,\"Ad_Reference__c\":\"ad\",\"Locked__c\":true}";
    }

    private static String rows(String... rows) {
        return "{\"totalSize\":" + rows.length + ",\"done\":true,\"records\":[" + String.join(",", rows) + "]}";
    }

    private static String more(String next, int total, String... rows) {
        return "{\"totalSize\":" + total + ",\"done\":false,\"nextRecordsUrl\":\"" + next + "\",\"records\":["
                + String.join(",", rows) + "]}";
    }

    private static <T> T found(Reading<T> reading) {
        if (reading instanceof Reading.Found<T> found) {
            return found.value();
        }
        throw new AssertionError("not found: " + reading);
    }

    private static <T> Reading.Refused<T> refused(Reading<T> reading) {
        if (reading instanceof Reading.Refused<T> refused) {
            return refused;
        }
        throw new AssertionError("not refused: " + reading);
    }

    private static <T> Reading.Unavailable<T> unavailable(Reading<T> reading) {
        if (reading instanceof Reading.Unavailable<T> unavailable) {
            return unavailable;
        }
        throw new AssertionError("not unavailable: " + reading);
    }
}
