package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractPage;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.contract.ContractSearch;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageReader;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersAnswersTest {

    private static final String ID = "800000000000001AAA";
    private static final String CONTRACT = "{\"attributes\":{\"type\":\"Contract\"},\"Id\":\"" + ID
            + "\",\"ContractNumber\":\"00000100\",\"Account\":{\"Name\":\"Magic Ads Inc\"},\"Fulfillment_Status__c\":\"Open\","
            + "\"Contract_Products__r\":{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"a01000000000001AAA\","
            + "\"Product_Type__c\":\"Gigantic\",\"Units_Sold__c\":1.0E7,\"Unit_Price__c\":950.10,\"Consumed__c\":null,"
            + "\"Available__c\":-2.0}]}}";
    private static final String BARE =
            "{\"Id\":\"800000000000002AAA\",\"ContractNumber\":\"00000101\",\"Account\":null,"
                    + "\"Fulfillment_Status__c\":\"Fulfilled\",\"Contract_Products__r\":null}";

    private final WireOrg org = new WireOrg();

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void an_org_with_many_currencies_names_one_on_each_line() {
        String line = "\"Available__c\":-2.0";
        org.answering(
                answer(200, rows(CONTRACT.replace(line, line + ",\"CurrencyIsoCode\":\"USD\""))),
                answer(200, rows(CONTRACT.replace(line, line + ",\"CurrencyIsoCode\":\"<b>\""))));
        Optional<OrgCurrency> many = Optional.of(new OrgCurrency.Many());
        assertEquals(Optional.of("USD"), currency(found(contracts().find(ID, many))));
        assertTrue(soql().contains("Available__c, CurrencyIsoCode FROM Contract_Products__r"), soql());
        assertEquals(Optional.empty(), currency(found(contracts().find(ID, many))));
    }

    @Test
    void an_org_with_one_currency_is_not_asked_for_a_field_it_does_not_have() {
        org.answering(answer(200, rows(CONTRACT)));
        Contract contract = found(contracts().find(ID, Optional.of(new OrgCurrency.One("CHF"))));
        assertEquals(Optional.of("CHF"), currency(contract));
        assertFalse(soql().contains("CurrencyIsoCode"), soql());
    }

    private static Optional<String> currency(Contract contract) {
        return contract.products().get(0).currency();
    }

    private String soql() {
        String target = org.requests().get(0).target();
        return URLDecoder.decode(target.substring(target.indexOf("q=") + 2), StandardCharsets.UTF_8);
    }

    @Test
    void a_contract_is_read_with_exact_numbers() {
        org.answering(answer(200, rows(CONTRACT)));
        Contract contract = found(contracts().find(ID));
        assertEquals("Magic Ads Inc", contract.customer());
        assertEquals(
                new ContractProduct(
                        "a01000000000001AAA",
                        "Gigantic",
                        new BigDecimal("10000000"),
                        new BigDecimal("950.1"),
                        Optional.empty(),
                        BigDecimal.ZERO,
                        new BigDecimal("-2")),
                contract.products().get(0));
    }

    @Test
    void a_contract_without_lines_or_account_name_is_read_too() {
        org.answering(answer(200, rows(BARE)));
        assertEquals(
                new Contract("800000000000002AAA", "00000101", "", true, List.of()),
                found(contracts().find("800000000000002AAA")));
    }

    @Test
    void a_page_asks_for_one_row_more_to_know_whether_another_follows() {
        org.answering(answer(200, rows(CONTRACT, BARE)));
        ContractPage page = found(contracts().search(new ContractSearch(Optional.empty(), Optional.empty(), 3, 1)));
        assertEquals(1, page.contracts().size());
        assertTrue(page.more());
        assertTrue(sentSoql(0).endsWith("LIMIT 2 OFFSET 3"), sentSoql(0));
    }

    @Test
    void what_people_type_stays_text_inside_the_query() {
        org.answering(answer(200, rows()));
        contracts().search(new ContractSearch(Optional.of("O'Neil\\ 50%_"), Optional.of("100"), 0, 20));
        String soql = sentSoql(0);
        assertTrue(soql.contains("Account.Name LIKE '%O\\'Neil\\\\ 50\\%\\_%'"), soql);
        assertTrue(soql.contains("(ContractNumber LIKE '100%' OR ContractNumber = '00000100')"), soql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "80000000000000'", "800000000000001AAAA", "../../services"})
    void a_text_that_is_no_id_is_absent_without_a_call(String id) {
        assertInstanceOf(Reading.Absent.class, contracts().find(id));
        assertInstanceOf(Reading.Absent.class, usage().byContract(id));
        assertEquals(0, org.requests().size());
    }

    @Test
    void a_contract_that_is_not_there_is_absent() {
        org.answering(answer(200, rows()));
        assertInstanceOf(Reading.Absent.class, contracts().find(ID));
    }

    @Test
    void an_id_that_salesforce_does_not_take_for_one_is_absent() {
        org.answering(
                answer(400, "[{\"errorCode\":\"INVALID_QUERY_FILTER_OPERATOR\",\"message\":\"invalid ID field\"}]"));
        assertInstanceOf(Reading.Absent.class, contracts().find(ID));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503|''|HTTP_503",
                "503|<html>We are down for maintenance</html>|MAINTENANCE",
                "403|[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit exceeded.\"}]|QUOTA_USED_UP",
                "200|<html>hotel network</html>|NO_ANSWER",
                "200|''|NO_ANSWER",
                "200|{\"totalSize\":1,\"done\":true,\"rec|NO_ANSWER",
                "200|{\"totalSize\":1}|NO_ANSWER",
                "200|{\"totalSize\":1,\"done\":false,\"records\":[]}|NO_ANSWER",
                "401|[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}]|INVALID_SESSION_ID",
            })
    void what_cannot_be_read_now_is_unavailable(int status, String body, String code) {
        org.answering(answer(status, body));
        Reading.Unavailable<Contract> unavailable = unavailable(contracts().find(ID));
        assertEquals(code, unavailable.code());
    }

    @Test
    void a_silent_org_is_unavailable_after_the_read_timeout() {
        org.answering(org.stall());
        SalesforceConfiguration impatient =
                org.configuration().withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(20));
        ContractReader reader =
                new ContractReader(new SalesforceSession(impatient, Clock.systemUTC()), Mapping::tailback);
        assertEquals("NO_ANSWER", unavailable(reader.find(ID)).code());
    }

    @Test
    void a_field_we_may_not_see_is_a_refusal() {
        org.answering(answer(400, "[{\"errorCode\":\"INVALID_FIELD\",\"message\":\"No such column 'Locked__c'\"}]"));
        Reading<List<HeldUsage>> reading = usage().byContract(ID);
        assertEquals(
                "INVALID_FIELD",
                assertInstanceOf(Reading.Refused.class, reading).code());
    }

    @Test
    void a_wrong_secret_is_a_refusal() {
        org.loginAnswering(
                answer(400, "{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}"));
        Reading<Contract> reading = contracts().find(ID);
        assertEquals(
                "LOGIN_REFUSED",
                assertInstanceOf(Reading.Refused.class, reading).code());
    }

    @Test
    void an_expired_session_is_renewed_once() {
        org.answering(
                answer(401, "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}]"),
                answer(200, rows(CONTRACT)));
        found(contracts().find(ID));
        assertEquals("Bearer token-2", org.requests().get(1).authorization());
        assertEquals(2, org.logins());
    }

    @Test
    void usage_is_read_page_by_page_and_ids_in_portions() {
        String more =
                "{\"totalSize\":2,\"done\":false,\"nextRecordsUrl\":\"/services/data/v62.0/query/01gNEXT-1\",\"records\":["
                        + usageRow(1) + "]}";
        org.answering(answer(200, more), answer(200, rows(usageRow(2))), answer(200, rows(usageRow(3))));
        List<UUID> ids = LongStream.range(0, 250).mapToObj(n -> new UUID(9, n)).toList();
        List<HeldUsage> held = found(usage().byEntryIds(ids));
        assertEquals(List.of(1, 2, 3), held.stream().map(HeldUsage::units).toList());
        assertEquals(
                "/services/data/v62.0/query/01gNEXT-1", org.requests().get(1).target());
        assertTrue(org.requests().get(0).target().length() < 16_000);
        assertEquals(
                new HeldUsage(new UUID(9, 1), "a02000000000001AAA", ID, "a01000000000001AAA", 4, 1, true, "ad-1", true),
                held.get(0));
    }

    @Test
    void usage_that_stands_for_no_entry_is_named_and_not_left_out() {
        org.answering(answer(200, rows(usageRow(1).replace(new UUID(9, 1).toString(), "by-hand"))));
        Reading<List<HeldUsage>> reading = usage().byContract(ID);
        if (reading instanceof Reading.Refused<List<HeldUsage>> refused) {
            assertEquals("UNUSABLE_ROW", refused.code());
            assertTrue(refused.reason().contains("a02000000000001AAA"), refused.reason());
        } else {
            throw new AssertionError("not refused: " + reading);
        }
    }

    @Test
    void no_ids_are_no_call() {
        assertEquals(List.of(), found(usage().byEntryIds(List.of())));
        assertEquals(0, org.requests().size());
    }

    private ContractReader contracts() {
        return new ContractReader(org.session(), Mapping::tailback);
    }

    private UsageReader usage() {
        return new UsageReader(org.session(), Mapping::tailback);
    }

    private String sentSoql(int request) {
        String target = org.requests().get(request).target();
        return URLDecoder.decode(target.substring(target.indexOf("q=") + 2), StandardCharsets.UTF_8);
    }

    private static String usageRow(int units) {
        return "{\"Id\":\"a02000000000001AAA\",\"External_Id__c\":\"" + new UUID(9, 1)
                + "\",\"Contract_Product__c\":\"a01000000000001AAA\",\"Contract_Product__r\":{\"Contract__c\":\"" + ID
                + "\"},\"Version__c\":4.0,\"Units__c\":" + units
                + ".0,\"Cancelled__c\":true,\"Ad_Reference__c\":\"ad-1\",\"Locked__c\":true}";
    }

    private static String rows(String... rows) {
        return "{\"totalSize\":" + rows.length + ",\"done\":true,\"records\":[" + String.join(",", rows) + "]}";
    }

    private static <T> T found(Reading<T> reading) {
        if (reading instanceof Reading.Found<T> found) {
            return found.value();
        }
        throw new AssertionError("not found: " + reading);
    }

    private static <T> Reading.Unavailable<T> unavailable(Reading<T> reading) {
        if (reading instanceof Reading.Unavailable<T> unavailable) {
            return unavailable;
        }
        throw new AssertionError("not unavailable: " + reading);
    }
}
