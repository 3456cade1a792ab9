package dev.tailback.hub;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.crm.Answer;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.hubspot.HubSpotAccess;
import dev.tailback.crm.hubspot.HubSpotConnector;
import dev.tailback.crm.hubspot.HubSpotSettings;
import dev.tailback.crm.salesforce.SalesforceConnector;
import dev.tailback.crm.salesforce.SalesforceObjects;
import dev.tailback.crm.table.TableConnector;
import dev.tailback.crm.table.TableSettings;
import dev.tailback.crm.table.TableSqlCommand;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.hub.mappings.MappingCheck;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Interrupted;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.localcrms.hubspot.LocalHubSpot;
import dev.tailback.localcrms.hubspot.LocalHubSpotOptions;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.testservices.TestDatabase;
import dev.tailback.testservices.TestServices;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A customer that is typed in one of a Salesforce org, a HubSpot account and a shop's table is created in the others. */
class ThreeCrmsCreateTest {

    private static final String SHOP = "shop.customers";
    private static final Set<String> NEEDS = Set.of("name", "domain");
    private static final MappedObject IN_SALES = new MappedObject(
                    "company",
                    "Account",
                    Map.of("name", "Name", "phone", "Phone", "domain", "Website", "city", "BillingCity"))
            .creating(new Creates("Hub_Key__c", NEEDS));
    private static final MappedObject IN_MARKETING = new MappedObject(
                    "company",
                    "companies",
                    Map.of("name", "name", "phone", "phone", "domain", "domain", "city", "city"))
            .creating(new Creates("hub_key", NEEDS));
    private static final MappedObject IN_SHOP = new MappedObject(
                    "company", SHOP, Map.of("name", "name", "phone", "phone", "domain", "website", "city", "city"))
            .creating(new Creates("hub_key", NEEDS));

    private final LocalOrg org = LocalOrg.start(LocalOrgOptions.of(Path.of("src", "test", "resources", "own-org")));
    private final LocalHubSpot account = LocalHubSpot.start(LocalHubSpotOptions.standard()
            .withAllowances(AllowanceSettings.generous())
            .withSearchDelay(Duration.ofMillis(300)));
    private final TestDatabase database = TestServices.emptyDatabase();
    private Connector sales;
    private Connector marketing;
    private Connector shop;
    private boolean loses;
    private SimulatedHub hub;

    @BeforeEach
    void start() throws IOException, InterruptedException, SQLException {
        propertyOfAccount();
        tableOfShop();
        sales = new SalesforceConnector(
                new SalesforceSession(
                        SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0"),
                        Clock.systemUTC()),
                SalesforceObjects.of(List.of("Account")));
        marketing = new HubSpotConnector(
                HubSpotSettings.of(account.uri(), List.of("companies")),
                new HubSpotAccess.Key(account.serviceKey()),
                Clock.systemUTC());
        shop = new TableConnector(
                TableSettings.of(database.jdbcUrl(), database.username(), database.password(), List.of(SHOP)));
        hub = SimulatedHub.start(List.of(
                new Connection("sales", sales, List.of(IN_SALES)),
                new Connection("marketing", Interrupted.at(marketing, this::written), List.of(IN_MARKETING)),
                new Connection("shop", shop, List.of(IN_SHOP))));
    }

    @AfterEach
    void close() {
        hub.close();
        shop.close();
        account.close();
        org.close();
    }

    @Test
    void a_customer_typed_in_the_org_is_created_once_in_the_account_and_in_the_table() {
        String inSales = typed(sales, IN_SALES, "Meyer Logistik GmbH", "meyer-logistik.de", "+494012345678");

        settled(1);

        UUID golden = golden("sales", "Account", inSales);
        for (Connection crm : hub.connections().toList()) {
            SourceRecord only = all(crm).get(0);
            MappedObject mapped = crm.objects().get(0);
            assertEquals(golden, golden(crm.crm(), mapped.object(), only.id()));
            assertEquals("Hamburg", only.values().get(mapped.fields().get("city")), crm.crm());
        }
        assertEquals(
                golden.toString(), all(connection("marketing")).get(0).values().get("hub_key"));
    }

    @Test
    void a_lost_answer_creates_no_second_company_and_a_customer_of_the_shop_comes_to_the_org() {
        loses = true;
        typed(sales, IN_SALES, "Meyer Logistik GmbH", "meyer-logistik.de", "+494012345678");
        typed(shop, IN_SHOP, "Bäckerei Schulze", "schulze-brot.de", "+493419876543");

        settled(2);

        assertEquals(
                List.of(), hub.column("select state from creation where state <> 'CREATED' and state <> 'UNWANTED'"));
    }

    @Test
    void the_crms_themselves_say_that_they_can_create_by_these_keys() {
        hub.connections()
                .forEach(crm -> assertEquals(
                        List.of(),
                        new MappingCheck(given(crm.connector().schema()).schema(), Entities.shipped())
                                .wrongIn(new CrmMapping(crm.crm(), crm.objects())),
                        crm.crm()));
    }

    /** Once it is written, the answer is lost. */
    private Answer<List<Written>> written(String object, List<Write> writes, Connector crm) {
        Answer<List<Written>> answer = crm.write(object, writes);
        boolean isLost = loses;
        loses = false;
        return isLost
                ? new Answer.Given<>(Collections.nCopies(writes.size(), new Written.Unknown("The connection broke.")))
                : answer;
    }

    private void settled(int customers) {
        await().atMost(Duration.ofMinutes(4)).until(() -> {
            hub.settle();
            return hub.connections().allMatch(crm -> all(crm).size() == customers)
                    && hub.number("select count(*) from creation where state = 'OPEN'") == 0
                    && hub.number("select count(*) from source_record where golden_id is null") == 0;
        });
        hub.settle();
        hub.connections().forEach(crm -> assertEquals(customers, all(crm).size(), crm.crm()));
        assertEquals(customers, hub.number("select count(*) from golden where merged_into is null"));
    }

    private static List<SourceRecord> all(Connection crm) {
        MappedObject mapped = crm.objects().get(0);
        return given(crm.connector()
                        .changes(new ChangesAsked(mapped.object(), Optional.empty(), mapped.fieldNames(), 100)))
                .changes()
                .stream()
                .flatMap(change -> change.<java.util.stream.Stream<SourceRecord>>fold(
                        changed -> java.util.stream.Stream.of(changed.record()),
                        deleted -> java.util.stream.Stream.empty(),
                        merged -> java.util.stream.Stream.empty()))
                .toList();
    }

    private Connection connection(String crm) {
        return hub.connections()
                .filter(one -> one.crm().equals(crm))
                .findFirst()
                .orElseThrow();
    }

    private static String typed(Connector crm, MappedObject mapped, String name, String domain, String phone) {
        Map<String, String> values = new HashMap<>();
        Map.of("name", name, "domain", domain, "city", "Hamburg", "phone", phone)
                .forEach((attribute, value) -> values.put(mapped.fields().get(attribute), value));
        return given(crm.write(mapped.object(), List.of(new Write.Create(values))))
                .get(0)
                .fold(
                        Written.Accepted::id,
                        refused -> failed(refused.code() + " " + refused.reason()),
                        conflict -> failed("a conflict"),
                        gone -> failed("gone"),
                        unknown -> failed(unknown.reason()));
    }

    private UUID golden(String crm, String object, String id) {
        return hub.bean(Records.class)
                .findExactly(crm, object, id)
                .flatMap(record -> record.golden())
                .orElseThrow();
    }

    private static <T> T given(Answer<T> answer) {
        return answer.fold(
                value -> value,
                refused -> failed(refused.code() + " " + refused.reason()),
                unavailable -> failed(unavailable.code() + " " + unavailable.reason()));
    }

    private static <T> T failed(String why) {
        throw new AssertionError(why);
    }

    private void propertyOfAccount() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(account.uri().resolve("/crm/properties/2026-09/companies"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + account.serviceKey())
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"name": "hub_key", "label": "Hub key", "type": "string", "fieldType": "text",
                         "groupName": "companyinformation", "hasUniqueValue": true}
                        """))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private void tableOfShop() throws SQLException {
        StringWriter script = new StringWriter();
        new CommandLine(new TableSqlCommand()).setOut(new PrintWriter(script)).execute("--table", SHOP);
        try (java.sql.Connection sql =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = sql.createStatement()) {
            statement.execute("""
                    create schema shop;
                    create table shop.customers (
                        id bigint generated always as identity primary key,
                        name text not null, phone text, website text not null, city text, hub_key varchar(36) unique)
                    """);
            statement.execute(script.toString());
        }
    }
}
