package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.usage.LockedUsage;
import dev.tailback.salesforce.usage.LockedUsageReader;
import dev.tailback.salesforce.usage.LockedUsageSearch;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockedUsageReaderTest {

    private static final String CONTRACT = "800000000000001AAA";

    private final WireOrg org = new WireOrg();

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void a_line_says_everything_an_invoice_needs() {
        org.answering(answer(
                200, "{\"totalSize\":1,\"done\":true,\"records\":[" + row("\"2026-01-31T12:00:00.000+0000\"") + "]}"));
        assertEquals(
                List.of(new LockedUsage(
                        new UUID(9, 1),
                        3,
                        "a02000000000001AAA",
                        "001000000000001AAA",
                        "Magic Ads Inc",
                        CONTRACT,
                        "00000100",
                        Optional.of(Instant.parse("2026-01-31T12:00:00Z")),
                        "a01000000000001AAA",
                        "Small",
                        new BigDecimal("5"),
                        "ad-1",
                        Optional.of(LocalDate.parse("2026-01-15")),
                        2,
                        new BigDecimal("120.05"),
                        "EUR")),
                read(everything()));
        assertFalse(soql().contains("CurrencyIsoCode"), soql());
    }

    @Test
    void an_org_with_many_currencies_names_one_on_each_line() {
        org.answering(answer(200, "{\"totalSize\":1,\"done\":true,\"records\":[" + row("null") + "]}"));
        assertEquals("GBP", read(everything(), new OrgCurrency.Many()).get(0).currency());
        assertTrue(soql().contains("Contract_Product__r.CurrencyIsoCode"), soql());
    }

    private static LockedUsageSearch everything() {
        return new LockedUsageSearch(Optional.empty(), Optional.empty(), Optional.empty(), 1_000);
    }

    @Test
    void a_contract_fulfilled_without_a_time_is_never_left_out() {
        org.answering(answer(200, "{\"totalSize\":1,\"done\":true,\"records\":[" + row("null") + "]}"));
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant to = Instant.parse("2026-02-01T00:00:00.500Z");
        List<LockedUsage> found =
                read(new LockedUsageSearch(Optional.of(from), Optional.of(to), Optional.of(CONTRACT), 20));
        assertEquals(Optional.empty(), found.get(0).fulfilledOn());
        String soql = soql();
        String time = "Contract_Product__r.Contract__r.Fulfilled_On__c";
        assertTrue(
                soql.contains("AND Contract_Product__r.Contract__c = '" + CONTRACT + "' AND (" + time + " = null OR ("
                        + time + " >= 2026-01-01T00:00:00Z AND " + time + " < 2026-02-01T00:00:00Z))"),
                soql);
        assertTrue(soql.endsWith(" LIMIT 20"), soql);
    }

    @Test
    void a_contract_that_is_no_id_is_absent() {
        LockedUsageSearch search = new LockedUsageSearch(Optional.empty(), Optional.empty(), Optional.of("' OR"), 20);
        Reading<List<LockedUsage>> reading =
                new LockedUsageReader(org.session(), Mapping::tailback).read(search, new OrgCurrency.One("EUR"));
        assertInstanceOf(Reading.Absent.class, reading);
    }

    private String soql() {
        String target = org.requests().get(0).target();
        return URLDecoder.decode(target.substring(target.indexOf("q=") + 2), StandardCharsets.UTF_8);
    }

    private List<LockedUsage> read(LockedUsageSearch search) {
        return read(search, new OrgCurrency.One("EUR"));
    }

    private List<LockedUsage> read(LockedUsageSearch search, OrgCurrency currency) {
        if (new LockedUsageReader(org.session(), Mapping::tailback).read(search, currency)
                instanceof Reading.Found<List<LockedUsage>> found) {
            return found.value();
        }
        throw new AssertionError("not found");
    }

    private static String row(String fulfilledOn) {
        return "{\"Id\":\"a02000000000001AAA\",\"External_Id__c\":\"" + new UUID(9, 1)
                + "\",\"Ad_Reference__c\":\"ad-1\","
                + "\"Units__c\":2.0,\"Version__c\":3.0,\"Service_Date__c\":\"2026-01-15\",\"Contract_Product__c\":\"a01000000000001AAA\",\"Contract_Product__r\":{"
                + "\"Product_Type__c\":\"Small\",\"Unit_Price__c\":120.05,\"Units_Sold__c\":5.0,\"CurrencyIsoCode\":\"GBP\",\"Contract__c\":\""
                + CONTRACT
                + "\",\"Contract__r\":{"
                + "\"ContractNumber\":\"00000100\",\"AccountId\":\"001000000000001AAA\",\"Account\":{\"Name\":\"Magic Ads Inc\"},\"Fulfilled_On__c\":"
                + fulfilledOn + "}}}";
    }
}
