package dev.tailback.salesforce.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each validation rule says, case by case; the table Salesforce's own formula engine gave is among them. */
class RuleTruthTest {

    private static final Path SOURCE = Path.of("force-app");
    private static final String USAGE = "Product_Usage__c";
    private static final String LINE = "Contract_Product__c";
    private static final String CONTRACT = "800000000000001AAA";
    private static final String LINE_ID = "a01000000000001AAA";

    private static final Map<String, Object> SAID = Map.of(
            "Ad_Title__c", "Spring sale",
            "Service_Date__c", LocalDate.parse("2026-03-31"),
            "Customer_Reference__c", "PO-77");

    @TempDir
    Path copy;

    @Test
    void usage_of_an_open_contract_is_inserted_and_changed() {
        RuleBench open = bench(SOURCE, "Open");
        assertEquals(Set.of(), open.refusals(USAGE, null, usage(1, 1)));
        assertEquals(Set.of(), open.refusals(USAGE, usage(1, 1), usage(5, 2)));
    }

    @Test
    void usage_of_a_fulfilled_contract_is_locked_for_inserts_and_every_change() {
        RuleBench fulfilled = bench(SOURCE, "Fulfilled");
        Set<String> locked = Set.of("USAGE_LOCKED");
        assertEquals(locked, fulfilled.refusals(USAGE, null, usage(1, 1)));
        assertEquals(locked, fulfilled.refusals(USAGE, usage(1, 1), usage(5, 2)));
        assertEquals(locked, fulfilled.refusals(USAGE, usage(1, 1), usage(1, 2)));
        assertEquals(locked, fulfilled.refusals(USAGE, usage(1, 1), with(usage(1, 2), "Cancelled__c", true)));
        assertEquals(
                Set.of("USAGE_LOCKED", "USAGE_IDENTITY"),
                fulfilled.refusals(USAGE, usage(1, 1), with(usage(1, 2), "Ad_Reference__c", "other")));
    }

    @Test
    void what_is_said_of_the_ad_is_locked_too_but_its_address_may_move() {
        RuleBench fulfilled = bench(SOURCE, "Fulfilled");
        for (Map.Entry<String, Object> said : SAID.entrySet()) {
            assertEquals(
                    Set.of("USAGE_LOCKED"),
                    fulfilled.refusals(USAGE, usage(1, 1), with(usage(1, 2), said.getKey(), said.getValue())),
                    said.getKey());
            assertEquals(
                    Set.of("USAGE_LOCKED", "USAGE_VERSION_REUSED"),
                    fulfilled.refusals(USAGE, with(usage(1, 1), said.getKey(), said.getValue()), usage(1, 1)),
                    said.getKey());
        }
        assertEquals(Set.of(), fulfilled.refusals(USAGE, usage(1, 1), with(usage(1, 1), "Ad_Link__c", "https://new/")));
    }

    @Test
    void the_same_usage_again_passes_even_when_the_contract_is_fulfilled() {
        assertEquals(Set.of(), bench(SOURCE, "Fulfilled").refusals(USAGE, usage(2, 3), usage(2, 3)));
    }

    @Test
    void a_stale_resend_after_fulfilment_is_locked_and_stale_at_once() {
        assertEquals(
                Set.of("USAGE_LOCKED", "USAGE_STALE"),
                bench(SOURCE, "Fulfilled").refusals(USAGE, usage(2, 3), usage(1, 2)));
    }

    @Test
    void without_the_policy_fulfilment_locks_nothing() throws IOException {
        RuleBench lenient = bench(policy("Lock_On_Fulfilment__c"), "Fulfilled");
        assertEquals(Set.of(), lenient.refusals(USAGE, usage(1, 1), usage(5, 2)));
        assertEquals(Set.of(), lenient.refusals(LINE, line(30, 20, 3), line(20, 20, 2)));
        assertEquals(
                Set.of(), lenient.refusals("Contract", contract("Fulfilled", 30, 1), contract("Fulfilled", 20, 1)));
    }

    @Test
    void an_older_version_is_stale_and_nothing_else() {
        assertEquals(Set.of("USAGE_STALE"), bench(SOURCE, "Open").refusals(USAGE, usage(2, 3), usage(1, 2)));
    }

    @Test
    void one_version_has_one_content() {
        RuleBench open = bench(SOURCE, "Open");
        assertEquals(Set.of("USAGE_VERSION_REUSED"), open.refusals(USAGE, usage(1, 2), usage(5, 2)));
        assertEquals(
                Set.of("USAGE_VERSION_REUSED"),
                open.refusals(USAGE, usage(1, 2), with(usage(1, 2), "Cancelled__c", true)));
        for (Map.Entry<String, Object> said : SAID.entrySet()) {
            Map<String, Object> changed = with(usage(1, 2), said.getKey(), said.getValue());
            assertEquals(Set.of("USAGE_VERSION_REUSED"), open.refusals(USAGE, usage(1, 2), changed), said.getKey());
            assertEquals(Set.of(), open.refusals(USAGE, usage(1, 1), changed), said.getKey());
            assertEquals(Set.of("USAGE_STALE"), open.refusals(USAGE, usage(1, 3), changed), said.getKey());
        }
        assertEquals(Set.of(), open.refusals(USAGE, usage(1, 2), usage(1, 2)));
        assertEquals(Set.of(), open.refusals(USAGE, usage(1, 2), usage(1, 3)));
    }

    @Test
    void line_ad_and_external_id_never_change() {
        RuleBench open = bench(SOURCE, "Open").with(LINE, "a01000000000002AAA", line(0, 5, 0));
        Set<String> identity = Set.of("USAGE_IDENTITY");
        assertEquals(
                identity,
                open.refusals(USAGE, usage(1, 1), with(usage(1, 2), "Contract_Product__c", "a01000000000002AAA")));
        assertEquals(
                identity,
                open.refusals(
                        USAGE,
                        usage(1, 1),
                        with(usage(1, 2), "External_Id__c", "ffffffff-93d4-4a7e-8f6b-0d2f3a1c9e11")));
        assertEquals(identity, open.refusals(USAGE, usage(1, 1), with(usage(1, 2), "Ad_Reference__c", null)));
    }

    @Test
    void the_external_id_is_that_of_an_entry() {
        RuleBench open = bench(SOURCE, "Open");
        for (String foreign : new String[] {"by-hand", "0B6C1E50-93D4-4A7E-8F6B-0D2F3A1C9E11", " x"}) {
            assertEquals(
                    Set.of("USAGE_EXTERNAL_ID"),
                    open.refusals(USAGE, null, with(usage(1, 1), "External_Id__c", foreign)));
        }
    }

    @Test
    void units_and_version_make_sense() {
        RuleBench open = bench(SOURCE, "Open");
        Set<String> units = Set.of("USAGE_UNITS");
        assertEquals(units, open.refusals(USAGE, null, usage(0, 1)));
        assertEquals(units, open.refusals(USAGE, null, usage(-1, 1)));
        assertEquals(units, open.refusals(USAGE, null, with(usage(1, 1), "Units__c", null)));
        assertEquals(Set.of(), open.refusals(USAGE, null, with(usage(0, 1), "Cancelled__c", true)));
        assertEquals(Set.of("USAGE_VERSION"), open.refusals(USAGE, null, usage(1, 0)));
        assertEquals(Set.of("USAGE_VERSION"), open.refusals(USAGE, null, with(usage(1, 1), "Version__c", null)));
    }

    @Test
    void the_roll_ups_of_a_fulfilled_contract_s_line_are_frozen_which_stops_deletes() {
        RuleBench fulfilled = bench(SOURCE, "Fulfilled");
        assertEquals(Set.of("USAGE_FROZEN"), fulfilled.refusals(LINE, line(30, 20, 3), line(20, 20, 2)));
        assertEquals(Set.of("USAGE_FROZEN"), fulfilled.refusals(LINE, line(30, 20, 3), line(30, 20, 2)));
        assertEquals(Set.of(), fulfilled.refusals(LINE, line(30, 20, 3), line(30, 20, 3)));
        assertEquals(Set.of(), bench(SOURCE, "Open").refusals(LINE, line(30, 20, 3), line(20, 20, 2)));
    }

    @Test
    void sold_terms_are_final_once_fulfilled_and_never_negative() {
        RuleBench fulfilled = bench(SOURCE, "Fulfilled");
        Set<String> final_ = Set.of("CONTRACT_FULFILLED");
        assertEquals(final_, fulfilled.refusals(LINE, null, line(0, 5, 0)));
        assertEquals(final_, fulfilled.refusals(LINE, line(1, 5, 1), line(1, 6, 1)));
        assertEquals(
                final_,
                fulfilled.refusals(LINE, line(1, 5, 1), with(line(1, 5, 1), "Unit_Price__c", new BigDecimal(9))));
        assertEquals(final_, fulfilled.refusals(LINE, line(1, 5, 1), with(line(1, 5, 1), "Product_Type__c", "Big")));
        RuleBench open = bench(SOURCE, "Open");
        assertEquals(Set.of(), open.refusals(LINE, line(1, 5, 1), line(1, 6, 1)));
        assertEquals(Set.of("SOLD_TERMS"), open.refusals(LINE, null, line(0, -1, 0)));
    }

    @Test
    void overuse_is_billable_unless_the_policy_forbids_it_and_then_only_growth_is_refused() throws IOException {
        assertEquals(Set.of(), bench(SOURCE, "Open").refusals(LINE, line(20, 20, 1), line(30, 20, 2)));
        RuleBench strict = bench(policy("Allow_Overuse__c"), "Open");
        assertEquals(Set.of("NOT_ENOUGH_UNITS"), strict.refusals(LINE, line(20, 20, 1), line(30, 20, 2)));
        assertEquals(Set.of(), strict.refusals(LINE, line(10, 20, 1), line(20, 20, 2)));
        assertEquals(Set.of(), strict.refusals(LINE, line(40, 20, 3), line(30, 20, 2)));
    }

    @Test
    void a_fulfilled_contract_is_reopened_by_those_who_may() {
        RuleBench any = bench(SOURCE, "Open");
        Map<String, Object> fulfilled = contract("Fulfilled", 3, 1);
        Map<String, Object> open = contract("Open", 3, 1);
        assertEquals(Set.of(), any.refusals("Contract", open, fulfilled));
        assertEquals(Set.of("CONTRACT_FULFILLED"), any.refusals("Contract", fulfilled, open));
        assertEquals(
                Set.of("CONTRACT_FULFILLED"),
                any.refusals("Contract", fulfilled, with(fulfilled, "Fulfillment_Status__c", null)));
        assertEquals(Set.of(), any.refusals("Contract", fulfilled, open, "Reopen_Contract"));
    }

    @Test
    void the_time_of_fulfilment_may_be_added_later_and_is_final_then() {
        RuleBench any = bench(SOURCE, "Open");
        Map<String, Object> undated = contract("Fulfilled", 3, 1);
        Map<String, Object> dated = with(undated, "Fulfilled_On__c", Instant.parse("2026-01-31T12:00:00Z"));
        assertEquals(Set.of(), any.refusals("Contract", undated, dated));
        assertEquals(Set.of("CONTRACT_FULFILLED"), any.refusals("Contract", dated, undated));
    }

    @Test
    void a_usage_that_raced_the_fulfilment_is_refused_by_the_contract_itself() {
        RuleBench any = bench(SOURCE, "Open");
        assertEquals(
                Set.of("USAGE_FROZEN"),
                any.refusals("Contract", contract("Fulfilled", 3, 1), contract("Fulfilled", 4, 1)));
        assertEquals(
                Set.of("CONTRACT_FULFILLED"),
                any.refusals("Contract", contract("Fulfilled", 3, 2), contract("Fulfilled", 3, 1)));
        assertEquals(Set.of(), any.refusals("Contract", contract("Open", 3, 1), contract("Open", 4, 2)));
    }

    private static RuleBench bench(Path source, String status) {
        return new RuleBench(source)
                .with("Contract", CONTRACT, contract(status, 0, 1))
                .with(LINE, LINE_ID, line(0, 20, 0));
    }

    private static Map<String, Object> contract(String status, int consumed, int lines) {
        return Map.of(
                "Fulfillment_Status__c", status,
                "Units_Consumed__c", new BigDecimal(consumed),
                "Product_Line_Count__c", new BigDecimal(lines));
    }

    private static Map<String, Object> line(int consumed, int sold, int rows) {
        return Map.of(
                "Contract__c", CONTRACT,
                "Product_Type__c", "Small",
                "Consumed__c", new BigDecimal(consumed),
                "Units_Sold__c", new BigDecimal(sold),
                "Usage_Count__c", new BigDecimal(rows),
                "Unit_Price__c", new BigDecimal("120.00"));
    }

    private static Map<String, Object> usage(int units, int version) {
        return Map.of(
                "Contract_Product__c",
                LINE_ID,
                "External_Id__c",
                "0b6c1e50-93d4-4a7e-8f6b-0d2f3a1c9e11",
                "Ad_Reference__c",
                "ad-1",
                "Units__c",
                new BigDecimal(units),
                "Version__c",
                new BigDecimal(version),
                "Cancelled__c",
                false);
    }

    private static Map<String, Object> with(Map<String, Object> row, String field, Object value) {
        Map<String, Object> other = new HashMap<>(row);
        other.put(field, value);
        return other;
    }

    /** The source with one switch of the policy turned off. */
    private Path policy(String off) throws IOException {
        try (var paths = Files.walk(SOURCE)) {
            for (Path path : paths.toList()) {
                Files.copy(path, copy.resolve(path.toString()));
            }
        }
        Path record = copy.resolve("force-app/main/default/customMetadata/Usage_Billing_Policy.Default.md-meta.xml");
        String field = "<field>" + off + "</field>\n        <value xsi:type=\"xsd:boolean\">";
        Files.writeString(record, Files.readString(record).replace(field + "true", field + "false"));
        return copy.resolve(SOURCE);
    }
}
