package dev.tailback.hub.drift;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.crm.hubspot.HubSpotAccess;
import dev.tailback.crm.hubspot.HubSpotConnector;
import dev.tailback.crm.hubspot.HubSpotSettings;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.intents.Intents;
import dev.tailback.hub.simulation.WatchedHub;
import dev.tailback.localcrms.hubspot.LocalHubSpot;
import dev.tailback.localcrms.hubspot.LocalHubSpotOptions;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person changes the properties of a HubSpot account while the hub runs. */
class HubSpotDriftTest {

    private static final Map<String, String> IN_SALES =
            Map.of("name", "Name", "city", "City", "phone", "Phone", "domain", "Website");
    private static final Map<String, String> IN_HUBSPOT =
            Map.of("name", "name", "city", "city", "phone", "phone", "domain", "domain");
    private static final String PHONE = "+494012345678";
    private static final String OTHER_PHONE = "+494099999999";

    private final LocalHubSpot account = LocalHubSpot.start(LocalHubSpotOptions.standard()
            .withAllowances(AllowanceSettings.generous())
            .withSearchDelay(Duration.ofMillis(100)));
    private final ChangingCrm sales = new ChangingCrm(IN_SALES.values());
    private final Connector marketing = new HubSpotConnector(
            HubSpotSettings.of(account.uri(), List.of("companies")),
            new HubSpotAccess.Key(account.serviceKey()),
            Clock.systemUTC());
    private final WatchedHub hub = WatchedHub.start(List.of(
            new Connection("sales", sales, List.of(new MappedObject("company", "Company", IN_SALES))),
            new Connection("marketing", marketing, List.of(new MappedObject("company", "companies", IN_HUBSPOT)))));
    private String id = "";

    @BeforeEach
    void meet() {
        sales.records()
                .edit(
                        "S1",
                        Map.of(
                                "Name", "Meyer Logistik GmbH",
                                "City", "Hamburg",
                                "Phone", PHONE,
                                "Website", "meyer-logistik.de"));
        id = written(new Write.Create(
                Map.of("name", "Meyer Logistik GmbH", "city", "Hamburg", "domain", "meyer-logistik.de")));
        settleUntil("phone", PHONE);
    }

    @AfterEach
    void close() {
        hub.close();
        account.close();
    }

    @Test
    void a_property_that_is_removed_stops_alone_and_empties_nothing() {
        control("phone/remove", "{}");

        sales.records().edit("S1", Map.of("Name", "Meyer Logistik AG", "Phone", OTHER_PHONE));
        settleUntil("name", "Meyer Logistik AG");

        assertEquals(OTHER_PHONE, sales.records().values("S1").get("Phone"));
        StoppedField stopped = hub.bean(Drift.class).stopped("marketing").get(0);
        assertEquals("companies.phone", stopped.object() + "." + stopped.field());
        assertEquals(List.of(), hub.bean(Drift.class).suggestions("marketing"));
    }

    @Test
    void a_property_that_is_renamed_is_suggested_and_goes_on_when_a_new_mapping_names_it() {
        control("phone/rename", "{\"to\":\"phone_main\"}");
        hub.lookNow();

        Rename rename = hub.bean(Drift.class).suggestions("marketing").get(0);
        assertEquals("phone: phone -> phone_main", rename.attribute() + ": " + rename.gone() + " -> " + rename.field());
        assertTrue(
                rename.reasons().get(0).startsWith("It has the same label"),
                rename.reasons().toString());

        sales.records().edit("S1", Map.of("City", "Altona", "Phone", OTHER_PHONE));
        settleUntil("city", "Altona");
        assertEquals(PHONE, held("phone_main"), "nobody applies a new name but a person");

        Map<String, String> followed = new HashMap<>(IN_HUBSPOT);
        followed.put(rename.attribute(), rename.field());
        hub.mapped("marketing", List.of(new MappedObject("company", "companies", followed)));
        settleUntil("phone_main", OTHER_PHONE);

        assertEquals(OTHER_PHONE, sales.records().values("S1").get("Phone"));
        assertEquals(List.of(), hub.bean(Drift.class).stopped("marketing"));
        assertEquals(List.of(), hub.bean(Drift.class).suggestions("marketing"));
    }

    @Test
    void what_people_said_in_a_property_still_counts_when_it_is_renamed() {
        written(new Write.Update(id, Map.of("phone", OTHER_PHONE), Map.of("phone", PHONE), Optional.empty()));
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            hub.settle();
            return OTHER_PHONE.equals(sales.records().values("S1").get("Phone"));
        });
        control("phone/rename", "{\"to\":\"phone_main\"}");
        hub.lookNow();

        Map<String, String> followed = new HashMap<>(IN_HUBSPOT);
        followed.put("phone", "phone_main");
        hub.mapped("marketing", List.of(new MappedObject("company", "companies", followed)));
        hub.lookNow();
        sales.records().edit("S1", Map.of("City", "Altona"));
        settleUntil("city", "Altona");

        assertEquals(OTHER_PHONE, held("phone_main"));
        assertEquals(OTHER_PHONE, sales.records().values("S1").get("Phone"));
    }

    @Test
    void a_property_of_another_type_loses_its_values_there_and_nowhere_else() {
        control("city/change", "{\"type\":\"number\",\"fieldType\":\"number\"}");
        assertEquals("", held("city"), "HubSpot drops what does not fit");

        sales.records().edit("S1", Map.of("Phone", OTHER_PHONE));
        settleUntil("phone", OTHER_PHONE);

        assertEquals("Hamburg", sales.records().values("S1").get("City"));
        StoppedField stopped = hub.bean(Drift.class).stopped("marketing").get(0);
        assertTrue(stopped.sentence().contains("double (was string)"), stopped.sentence());
    }

    @Test
    void a_property_that_has_its_type_again_is_filled_again() {
        control("city/change", "{\"type\":\"number\",\"fieldType\":\"number\"}");
        hub.lookNow();
        hub.settle();

        control("city/change", "{\"type\":\"string\",\"fieldType\":\"text\"}");
        hub.lookNow();

        settleUntil("city", "Hamburg");
        assertEquals("Hamburg", sales.records().values("S1").get("City"));
    }

    private void settleUntil(String property, String value) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            hub.settle();
            return value.equals(held(property)) && hub.bean(Intents.class).open() == 0;
        });
    }

    private String held(String property) {
        return given(marketing.read(new RecordsAsked("companies", List.of(id), List.of(property))))
                .get(0)
                .values()
                .getOrDefault(property, "");
    }

    private String written(Write write) {
        return given(marketing.write("companies", List.of(write)))
                .get(0)
                .fold(
                        Written.Accepted::id,
                        refused -> failed(refused.code() + " " + refused.reason()),
                        conflict -> failed("a conflict"),
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

    private void control(String deed, String body) {
        HttpRequest request = HttpRequest.newBuilder(account.uri().resolve("/local-crms/schema/companies/" + deed))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
