package dev.tailback.hub;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.hubspot.HubSpotAccess;
import dev.tailback.crm.hubspot.HubSpotConnector;
import dev.tailback.crm.hubspot.HubSpotSettings;
import dev.tailback.crm.salesforce.SalesforceConnector;
import dev.tailback.crm.salesforce.SalesforceObjects;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.golden.DecisionRow;
import dev.tailback.hub.golden.Decisions;
import dev.tailback.hub.intents.Intents;
import dev.tailback.hub.meeting.MeetRecord;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.localcrms.hubspot.LocalHubSpot;
import dev.tailback.localcrms.hubspot.LocalHubSpotOptions;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A value on its whole way between a Salesforce org and a HubSpot account, by their real connectors over HTTP. */
class TwoCrmsTest {

    private static final Map<String, String> IN_SALESFORCE = Map.of(
            "name", "Name", "phone", "Phone", "domain", "Website", "city", "BillingCity", "country", "BillingCountry");
    private static final Map<String, String> IN_HUBSPOT =
            Map.of("name", "name", "phone", "phone", "domain", "domain", "city", "city", "country", "country");

    private final LocalOrg org = LocalOrg.start(LocalOrgOptions.of(Path.of("src", "test", "resources", "own-org")));
    private final LocalHubSpot account = LocalHubSpot.start(LocalHubSpotOptions.standard()
            .withAllowances(AllowanceSettings.generous())
            .withSearchDelay(Duration.ofMillis(300)));
    private final Connector sales = salesforce();
    private final Connector marketing = hubspot();
    private final SimulatedHub hub = SimulatedHub.start(List.of(
            new Connection("sales", sales, List.of(new MappedObject("company", "Account", IN_SALESFORCE))),
            new Connection("marketing", marketing, List.of(new MappedObject("company", "companies", IN_HUBSPOT)))));

    @AfterEach
    void close() {
        hub.close();
        account.close();
        org.close();
    }

    @Test
    void a_customer_of_both_becomes_one_and_a_changed_phone_reaches_the_other_with_its_reason() {
        String inSales = created(sales, "Account", IN_SALESFORCE, meyer("+494012345678"));
        String inMarketing = created(marketing, "companies", IN_HUBSPOT, meyer(""));
        settleUntil(marketing, "companies", inMarketing, "phone", "+494012345678");
        assertEquals(golden("sales", inSales), golden("marketing", inMarketing));

        changed(
                marketing,
                "companies",
                inMarketing,
                Map.of("phone", "+494099999999"),
                Map.of("phone", "+494012345678"));

        settleUntil(sales, "Account", inSales, "Phone", "+494099999999");
        DecisionRow why = hub.bean(Decisions.class)
                .history(golden("sales", inSales), "phone", 10)
                .get(0);
        assertTrue(why.candidates().contains("\"crm\": \"marketing\""), why.candidates());
        assertTrue(why.rule().contains("latest change wins"), why.rule());
        assertEquals(0, hub.bean(Intents.class).open());
    }

    @Test
    void two_customers_stay_two() {
        String inSales = created(sales, "Account", IN_SALESFORCE, meyer("+494012345678"));
        String inMarketing = created(
                marketing,
                "companies",
                IN_HUBSPOT,
                Map.of("name", "Bäckerei Schulze", "domain", "schulze-brot.de", "city", "Leipzig", "country", "DE"));

        await().atMost(Duration.ofMinutes(2)).until(() -> {
            round();
            return known("sales", inSales) && known("marketing", inMarketing);
        });

        assertNotEquals(golden("sales", inSales), golden("marketing", inMarketing));
    }

    private static Map<String, String> meyer(String phone) {
        return Map.of(
                "name", "Meyer Logistik GmbH",
                "phone", phone,
                "domain", "meyer-logistik.de",
                "city", "Hamburg",
                "country", "DE");
    }

    private void settleUntil(Connector crm, String object, String id, String field, String value) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            round();
            return value.equals(held(crm, object, id, field))
                    && hub.bean(Intents.class).open() == 0;
        });
    }

    private void round() {
        hub.round();
        while (hub.bean(MeetRecord.class).next()) {}
        hub.hurry();
    }

    private static String held(Connector crm, String object, String id, String field) {
        return given(crm.read(new RecordsAsked(object, List.of(id), List.of(field))))
                .get(0)
                .values()
                .getOrDefault(field, "");
    }

    /** As a person would, by the attributes that the person knows. */
    private static String created(
            Connector crm, String object, Map<String, String> fields, Map<String, String> attributes) {
        Map<String, String> values = new HashMap<>();
        attributes.forEach((attribute, value) -> values.put(fields.getOrDefault(attribute, attribute), value));
        return written(
                given(crm.write(object, List.of(new Write.Create(values)))).get(0));
    }

    private static void changed(
            Connector crm, String object, String id, Map<String, String> values, Map<String, String> before) {
        written(given(crm.write(object, List.of(new Write.Update(id, values, before, Optional.empty()))))
                .get(0));
    }

    private static String written(Written written) {
        return written.fold(
                Written.Accepted::id,
                refused -> failed(refused.code() + " " + refused.reason()),
                conflict -> failed("a conflict: " + conflict.holds()),
                gone -> failed("gone"),
                unknown -> failed(unknown.reason()));
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

    private boolean known(String crm, String id) {
        return hub.bean(Records.class)
                .find(crm, "company", id)
                .flatMap(KnownRecord::golden)
                .isPresent();
    }

    private UUID golden(String crm, String id) {
        return hub.bean(Records.class)
                .find(crm, "company", id)
                .flatMap(KnownRecord::golden)
                .orElseThrow();
    }

    private Connector salesforce() {
        SalesforceConfiguration configuration =
                SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0");
        return new SalesforceConnector(
                new SalesforceSession(configuration, Clock.systemUTC()), SalesforceObjects.of(List.of("Account")));
    }

    private Connector hubspot() {
        HubSpotSettings settings = HubSpotSettings.of(account.uri(), List.of("companies"));
        return new HubSpotConnector(settings, new HubSpotAccess.Key(account.serviceKey()), Clock.systemUTC());
    }
}
