package dev.tailback.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractPage;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.contract.ContractSearch;
import dev.tailback.salesforce.contract.ContractStanding;
import dev.tailback.salesforce.contract.ContractStandings;
import dev.tailback.salesforce.currency.OrgCurrencyReader;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.LockedUsage;
import dev.tailback.salesforce.usage.LockedUsageReader;
import dev.tailback.salesforce.usage.LockedUsageSearch;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.salesforce.usage.UsagePage;
import dev.tailback.salesforce.usage.UsagePageSearch;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole module over HTTP against an org that executes the shipped schema. */
class LocalOrgTest {

    private static final Path SCHEMA = Path.of("..", "salesforce-schema");

    private final LocalOrg org =
            LocalOrg.start(LocalOrgOptions.of(SCHEMA.resolve("force-app")).withSeed(SCHEMA.resolve("data")));
    private final SalesforceSession session = new SalesforceSession(
            SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0"), Clock.systemUTC());
    private final ContractReader contracts = new ContractReader(session, Mapping::tailback);
    private final UsageReader usage = new UsageReader(session, Mapping::tailback);
    private final UsageWriter writer = new UsageWriter(session, Mapping::tailback);

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void a_contract_is_found_by_a_part_of_the_customer_s_name_with_what_was_sold() {
        Contract contract = magicAds();
        assertEquals("Magic Ads Inc", contract.customer());
        assertEquals(
                List.of("Gigantic 5 at 950", "Small 3 at 120"),
                contract.products().stream()
                        .map(line -> line.product() + " " + line.unitsSold() + " at " + line.unitPrice())
                        .sorted()
                        .toList());
        assertEquals(contract, found(contracts.find(contract.id())));
        assertEquals(List.of(contract), page(Optional.empty(), Optional.of(contract.number())));
        String short_ = contract.number().replaceFirst("^0+", "");
        assertTrue(page(Optional.empty(), Optional.of(short_)).contains(contract));
        assertEquals(List.of(), page(Optional.of("O'Neil \\"), Optional.empty()));
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        List<String> ids = new ArrayList<>();
        ContractPage page;
        int number = 0;
        do {
            page = found(contracts.search(new ContractSearch(Optional.empty(), Optional.empty(), number++, 2)));
            page.contracts().forEach(contract -> ids.add(contract.id()));
        } while (page.more());
        assertEquals(5, ids.size());
        assertEquals(5, ids.stream().distinct().count());
    }

    @Test
    void all_usage_is_read_in_pages_in_the_order_of_the_ids() {
        List<UUID> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            UsageSnapshot one = small(1, 1);
            assertTrue(accepted(send(one)).created());
            sent.add(one.entryId());
        }
        List<UUID> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        UsagePage page;
        do {
            page = found(usage.page(new UsagePageSearch(Optional.of(magicAds().id()), after, 2)));
            page.held().forEach(held -> read.add(held.entryId()));
            after = page.lastKey();
        } while (!page.last());
        assertEquals(
                sent.stream().map(UUID::toString).sorted().toList(),
                read.stream().map(UUID::toString).toList());
        assertInstanceOf(
                Reading.Absent.class, usage.page(new UsagePageSearch(Optional.of("no id"), Optional.empty(), 2)));
    }

    @Test
    void reported_units_are_consumed_once_however_often_they_are_sent() {
        UsageSnapshot one = small(1, 1);
        assertTrue(accepted(send(one)).created());
        assertEquals("consumed 1, available 2", units(magicAds(), "Small"));
        assertFalse(accepted(send(one)).created());
        assertEquals("consumed 1, available 2", units(magicAds(), "Small"));
        HeldUsage held = found(usage.byEntryIds(List.of(one.entryId()))).get(0);
        assertEquals(magicAds().id(), held.contractId());
        assertEquals(one.contractProductId(), held.contractProductId());
        assertEquals(one.adReference(), held.adReference());
        assertEquals(List.of(held), found(usage.byContract(magicAds().id())));
    }

    @Test
    void an_older_version_is_stale_and_changes_nothing() {
        UsageSnapshot first = small(1, 1);
        accepted(send(first));
        accepted(send(next(first, 3, 2, false)));
        assertEquals(List.of("USAGE_STALE"), codes(send(next(first, 2, 5, false))));
        assertEquals("consumed 2, available 1", units(magicAds(), "Small"));
    }

    @Test
    void a_cancelled_entry_gives_its_units_back() {
        UsageSnapshot first = small(2, 1);
        accepted(send(first));
        accepted(send(next(first, 2, 2, true)));
        assertEquals("consumed 0, available 3", units(magicAds(), "Small"));
    }

    @Test
    void one_bad_record_does_not_stop_the_others() {
        UsageSnapshot good = small(1, 1);
        UsageSnapshot unknown = new UsageSnapshot(UUID.randomUUID(), "a01000000000999AAA", 1, 1, false, "ad-x");
        Delivery.Answered answered =
                assertInstanceOf(Delivery.Answered.class, writer.upsert(List.of(good, unknown, small(0, 1))));
        assertInstanceOf(RowAnswer.Accepted.class, answered.rows().get(0));
        assertInstanceOf(RowAnswer.Refused.class, answered.rows().get(1));
        assertEquals(List.of("USAGE_UNITS"), codes(answered.rows().get(2)));
        assertTrue(answered.apiUsage().isPresent());
    }

    @Test
    void fulfilment_locks_usage_and_a_repeated_send_still_passes() {
        UsageSnapshot first = small(1, 1);
        String salesforceId = accepted(send(first)).salesforceId();
        OrgPerson finance = new OrgPerson(org, "finance");
        String contractId = magicAds().id();
        saved(finance.change(
                "Contract",
                contractId,
                "{\"Fulfillment_Status__c\":\"Fulfilled\",\"Fulfilled_On__c\":\"2026-01-31T12:00:00Z\"}"));
        assertTrue(magicAds().fulfilled());
        assertFalse(accepted(send(first)).created());
        assertEquals(List.of("USAGE_LOCKED"), codes(send(small(1, 1))));
        assertEquals(List.of("USAGE_LOCKED"), codes(send(next(first, 2, 3, false))));
        assertTrue(codes(send(next(first, 1, 3, false))).contains("USAGE_LOCKED"));
        assertTrue(found(usage.byEntryIds(List.of(first.entryId()))).get(0).locked());
        refused("USAGE_FROZEN", new OrgPerson(org, "admin").delete("Product_Usage__c", salesforceId));
        refused("CONTRACT_FULFILLED", finance.change("Contract", contractId, "{\"Fulfillment_Status__c\":\"Open\"}"));
        LockedUsage line = locked().get(0);
        assertEquals(
                "Magic Ads Inc Small 1 of 3 at 120 EUR, version 1",
                line.customer() + " " + line.product() + " " + line.units() + " of " + line.unitsSold() + " at "
                        + line.unitPrice() + " " + line.currency() + ", version " + line.version());
        ContractStandings standings = new ContractStandings(session, Mapping::tailback);
        ContractStanding standing = found(standings.ofIds(List.of(contractId))).get(0);
        assertEquals(Optional.of(LocalDate.parse("2026-12-31")), standing.endDate());
        assertEquals(
                List.of(standing),
                found(standings.fulfilledBetween(
                        Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"), 10)));
        assertEquals(List.of(), found(standings.openWithUsage(10)));
        saved(new OrgPerson(org, "admin").change("Contract", contractId, "{\"Fulfillment_Status__c\":\"Open\"}"));
        assertEquals(List.of(), locked());
        accepted(send(next(first, 2, 3, false)));
    }

    @Test
    void usage_that_races_the_fulfilment_either_counts_or_is_refused() throws Exception {
        String contractId = magicAds().id();
        List<UsageSnapshot> batch = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            batch.add(small(1, 1));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<RowAnswer>> answers = new ArrayList<>();
        for (UsageSnapshot one : batch) {
            answers.add(threads.submit(() -> send(one)));
        }
        saved(new OrgPerson(org, "finance")
                .change("Contract", contractId, "{\"Fulfillment_Status__c\":\"Fulfilled\"}"));
        int accepted = 0;
        for (Future<RowAnswer> answer : answers) {
            accepted += answer.get() instanceof RowAnswer.Accepted ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(new BigDecimal(accepted), line(magicAds(), "Small").consumed());
        assertEquals(accepted, found(usage.byContract(contractId)).size());
    }

    @Test
    void the_integration_user_can_write_no_contract() {
        OrgPerson integration = new OrgPerson(org, "integration");
        JsonNode answer = integration.change("Contract", magicAds().id(), "{\"Fulfillment_Status__c\":\"Fulfilled\"}");
        assertTrue(answer.path(0).has("errorCode"), answer.toString());
        assertFalse(magicAds().fulfilled());
    }

    @ParameterizedTest
    @CsvSource({
        "error-500,UNKNOWN_EXCEPTION",
        "maintenance-503,MAINTENANCE",
        "edge-420,HTTP_420",
        "read-only,READ_ONLY_MODE",
        "quota-used-up,QUOTA_USED_UP",
        "concurrency-limit,CONCURRENCY_LIMIT"
    })
    void every_outage_is_told_by_its_code_and_passes(String fault, String code) {
        UsageSnapshot one = small(1, 1);
        session.current();
        OrgPerson.faults(org, "[{\"kind\":\"" + fault + "\",\"times\":1}]");
        Delivery delivery = writer.upsert(List.of(one));
        assertEquals(
                code, assertInstanceOf(Delivery.Unavailable.class, delivery).code());
        accepted(send(one));
    }

    @Test
    void an_expired_session_is_renewed_without_anybody_noticing() {
        session.current();
        OrgPerson.faults(org, "[{\"kind\":\"session-expired\",\"times\":1}]");
        accepted(send(small(1, 1)));
    }

    @ParameterizedTest
    @CsvSource({"drop-before-commit,true", "drop-after-commit,false"})
    void a_lost_answer_leaves_the_outcome_unknown_and_the_repeat_settles_it(String fault, boolean created) {
        UsageSnapshot one = small(1, 1);
        session.current();
        OrgPerson.faults(org, "[{\"kind\":\"" + fault + "\",\"times\":1}]");
        assertInstanceOf(Delivery.OutcomeUnknown.class, writer.upsert(List.of(one)));
        assertEquals(created, accepted(send(one)).created());
        assertEquals("consumed 1, available 2", units(magicAds(), "Small"));
    }

    @Test
    void an_org_that_is_down_is_unavailable_to_readers_too() {
        session.current();
        // For a while, not once: the JDK repeats a GET by itself when a connection that was kept open is gone.
        OrgPerson.faults(org, "[{\"kind\":\"down\",\"seconds\":60}]");
        Reading<ContractPage> reading = contracts.search(new ContractSearch(Optional.empty(), Optional.empty(), 0, 10));
        assertInstanceOf(Reading.Unavailable.class, reading);
    }

    private UsageSnapshot small(int units, long version) {
        return new UsageSnapshot(UUID.randomUUID(), line(magicAds(), "Small").id(), version, units, false, "ad-1");
    }

    private static UsageSnapshot next(UsageSnapshot entry, long version, int units, boolean cancelled) {
        return new UsageSnapshot(
                entry.entryId(), entry.contractProductId(), version, units, cancelled, entry.adReference());
    }

    private RowAnswer send(UsageSnapshot snapshot) {
        Delivery delivery = writer.upsert(List.of(snapshot));
        return assertInstanceOf(Delivery.Answered.class, delivery, delivery.toString())
                .rows()
                .get(0);
    }

    private static RowAnswer.Accepted accepted(RowAnswer answer) {
        return assertInstanceOf(RowAnswer.Accepted.class, answer, answer.toString());
    }

    private static List<String> codes(RowAnswer answer) {
        return assertInstanceOf(RowAnswer.Refused.class, answer).errors().stream()
                .map(error -> error.ruleCode().orElse(error.code()))
                .sorted()
                .toList();
    }

    private static void saved(JsonNode answer) {
        assertTrue(answer.isMissingNode(), answer.toString());
    }

    private static void refused(String rule, JsonNode answer) {
        assertTrue(answer.path(0).path("message").asText().startsWith("[" + rule + "]"), answer.toString());
    }

    private Contract magicAds() {
        return page(Optional.of("magic ads"), Optional.empty()).get(0);
    }

    private List<Contract> page(Optional<String> customer, Optional<String> number) {
        return found(contracts.search(new ContractSearch(customer, number, 0, 20)))
                .contracts();
    }

    private List<LockedUsage> locked() {
        return found(new LockedUsageReader(session, Mapping::tailback)
                .read(
                        new LockedUsageSearch(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(magicAds().id()),
                                10),
                        found(new OrgCurrencyReader(session).read())));
    }

    private static ContractProduct line(Contract contract, String product) {
        return contract.products().stream()
                .filter(line -> line.product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    private static String units(Contract contract, String product) {
        ContractProduct line = line(contract, product);
        return "consumed " + line.consumed() + ", available " + line.available();
    }

    private static <T> T found(Reading<T> reading) {
        if (reading instanceof Reading.Found<T> found) {
            return found.value();
        }
        throw new AssertionError("not found: " + reading);
    }
}
