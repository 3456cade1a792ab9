package dev.tailback.salesforce;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.bulk.UsageJobs;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.contract.ContractSearch;
import dev.tailback.salesforce.contract.ContractStanding;
import dev.tailback.salesforce.contract.ContractStandings;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.schema.SchemaReader;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.Delivery;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.LockedUsage;
import dev.tailback.salesforce.usage.LockedUsageReader;
import dev.tailback.salesforce.usage.LockedUsageSearch;
import dev.tailback.salesforce.usage.RowAnswer;
import dev.tailback.salesforce.usage.UsagePageSearch;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An org with other objects and fields, without roll-ups, prices, times and lock: only the mapping differs. */
class ForeignOrgTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Mapping DEALS = deals();

    private final LocalOrg org = LocalOrg.start(LocalOrgOptions.of(RESOURCES.resolve("deals")));
    private final SalesforceSession session = new SalesforceSession(
            SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0"), Clock.systemUTC());
    private final ContractReader contracts = new ContractReader(session, () -> DEALS);
    private final ContractStandings standings = new ContractStandings(session, () -> DEALS);
    private final UsageReader usage = new UsageReader(session, () -> DEALS);
    private final UsageWriter writer = new UsageWriter(session, () -> DEALS);
    private final OrgPerson sales = new OrgPerson(org, "admin");

    private String deal = "";
    private String item = "";

    @BeforeEach
    void sell() {
        String buyer = sales.create("Account", "{\"Name\": \"Harbour & Sons\"}");
        deal = deal(buyer, false);
        item = sales.create(
                "Deal_Item__c", "{\"Deal__c\": \"%s\", \"What__c\": \"Wide\", \"How_Many__c\": 10}".formatted(deal));
    }

    private String deal(String buyer, boolean isTrial) {
        return sales.create("Deal__c", "{\"Buyer__c\": \"%s\", \"Trial__c\": %s}".formatted(buyer, isTrial));
    }

    @AfterEach
    void close() {
        org.close();
    }

    private static Mapping deals() {
        try {
            return MappingYaml.read(Files.readString(RESOURCES.resolve("deals.yaml")));
        } catch (IOException | MappingInvalid wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Test
    void what_the_org_does_not_count_is_added_up_from_the_usage() {
        send(snapshot(1, 4, false));
        UsageSnapshot taken = snapshot(1, 3, false);
        send(taken);
        send(new UsageSnapshot(taken.entryId(), item, 2, 3, true, "AD-2"));

        Contract contract = found(contracts.find(deal));

        assertEquals("Harbour & Sons", contract.customer());
        assertFalse(contract.fulfilled());
        ContractProduct line = contract.products().get(0);
        assertEquals(List.of("10", "4", "6"), plain(line.unitsSold(), line.consumed(), line.available()));
        assertEquals(
                List.of(contract),
                found(contracts.search(new ContractSearch(Optional.of("harbour"), Optional.empty(), 0, 10)))
                        .contracts());
        ContractStanding standing = found(standings.openWithUsage(10)).get(0);
        assertEquals(deal, standing.id());
        assertEquals(List.of("4"), plain(standing.consumed()));
    }

    @Test
    void what_the_condition_leaves_out_is_no_contract() {
        String trial = deal(sales.create("Account", "{\"Name\": \"Harbour Trials\"}"), true);

        assertInstanceOf(Reading.Absent.class, contracts.find(trial));
        assertEquals(
                List.of(deal),
                found(contracts.search(new ContractSearch(Optional.of("Harbour"), Optional.empty(), 0, 10)))
                        .contracts()
                        .stream()
                        .map(Contract::id)
                        .toList());
    }

    @Test
    void usage_comes_back_as_it_was_sent() {
        UsageSnapshot sent = snapshot(3, 5, false);
        send(sent);

        HeldUsage held = found(usage.byEntryIds(List.of(sent.entryId()))).get(0);

        assertEquals(
                List.of(deal, item, 3L, 5, false, "AD-1"),
                List.of(
                        held.contractId(),
                        held.contractProductId(),
                        held.version(),
                        held.units(),
                        held.cancelled(),
                        held.adReference()));
        assertEquals(List.of(held), found(usage.byContract(deal)));
        assertEquals(
                List.of(held),
                found(usage.page(new UsagePageSearch(Optional.of(deal), Optional.empty(), 5)))
                        .held());
    }

    @Test
    void usage_of_a_done_deal_counts_as_locked() {
        UsageSnapshot sent = snapshot(1, 5, false);
        send(sent);
        assertEquals(List.of(), locked());

        assertTrue(sales.change("Deal__c", deal, "{\"Done__c\": true}").isEmpty());

        assertTrue(found(usage.byEntryIds(List.of(sent.entryId()))).get(0).locked());
        assertTrue(found(contracts.find(deal)).fulfilled());
        assertEquals(List.of(), found(standings.openWithUsage(10)));
        Instant now = Instant.now();
        assertEquals(
                List.of("5"),
                plain(found(standings.fulfilledBetween(now.minusSeconds(9), now, 10))
                        .get(0)
                        .consumed()));
        LockedUsage line = locked().get(0);
        assertEquals("Harbour & Sons", line.customer());
        assertEquals("Wide", line.product());
        assertEquals(Optional.empty(), line.fulfilledOn());
    }

    private List<LockedUsage> locked() {
        Optional<Instant> now = Optional.of(Instant.now());
        return found(new LockedUsageReader(session, () -> DEALS)
                .read(new LockedUsageSearch(now, now, Optional.of(deal), 10), new OrgCurrency.One("EUR")));
    }

    @Test
    void what_the_org_has_no_field_for_is_not_sent() {
        UsageSnapshot plain = snapshot(1, 1, false);
        UsageSnapshot sent = new UsageSnapshot(
                plain.entryId(),
                item,
                1,
                1,
                false,
                "AD-1",
                Optional.of(new AdShown("Spring", Optional.empty(), Optional.of("PO 7"), Optional.of("https://ads"))));

        send(sent);

        assertEquals(UsageWriter.json(DEALS, plain), UsageWriter.json(DEALS, sent));
    }

    @Test
    void a_bulk_job_goes_by_the_mapping_too() throws Exception {
        UsageJobs jobs = new UsageJobs(session, () -> DEALS, called -> {});
        UsageSnapshot sent = snapshot(2, 7, false);
        String job = jobs.create();
        jobs.upload(job, List.of(sent));
        jobs.begin(job);

        await().until(() -> jobs.report(job).state().isOver());

        assertEquals(
                List.of(sent.entryId()),
                jobs.saved(job).stream().map(saved -> saved.entryId()).toList());
        assertEquals(7, found(usage.byEntryIds(List.of(sent.entryId()))).get(0).units());
    }

    @Test
    void the_org_describes_what_this_user_may_do() {
        SchemaReader reader = new SchemaReader(session);

        OrgSchema schema = found(reader.read(List.of("Deal__c", "Spent__c", "Nothing__c")));

        assertEquals(
                List.of("Deal__c", "Spent__c"),
                schema.objects().stream().map(OrgObject::name).toList());
        OrgField key = schema.object("spent__c").orElseThrow().field("token__c").orElseThrow();
        assertTrue(key.isUnique() && key.isExternalId() && key.isCreateable());
        assertEquals(36, key.length());
        OrgField way =
                schema.object("Spent__c").orElseThrow().reference("Item__r").orElseThrow();
        assertEquals(List.of("Deal_Item__c"), way.referenceTo());
        assertTrue(schema.object("Deal__c").orElseThrow().children().stream()
                .anyMatch(child -> child.name().equals(Optional.of("Items__r"))
                        && child.object().equals("Deal_Item__c")
                        && child.field().equals("Deal__c")));
        assertTrue(found(reader.objectNames()).containsAll(List.of("Account", "Deal__c", "Spent__c")));
    }

    private UsageSnapshot snapshot(long version, int units, boolean cancelled) {
        return new UsageSnapshot(UUID.randomUUID(), item, version, units, cancelled, "AD-1");
    }

    private void send(UsageSnapshot snapshot) {
        Delivery delivery = writer.upsert(List.of(snapshot));
        assertTrue(
                delivery instanceof Delivery.Answered answered
                        && answered.rows().get(0) instanceof RowAnswer.Accepted,
                delivery::toString);
    }

    private static List<String> plain(BigDecimal... amounts) {
        return List.of(amounts).stream().map(BigDecimal::toPlainString).toList();
    }

    private static <T> T found(Reading<T> reading) {
        if (reading instanceof Reading.Found<T> found) {
            return found.value();
        }
        throw new AssertionError("not found: " + reading);
    }
}
