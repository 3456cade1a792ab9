package dev.tailback.app.drift;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.app.mapping.ActiveMapping;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.StopNotice;
import dev.tailback.queue.Published;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An org whose schema changes while Tailback works with it. */
class DriftTest {

    private static final String USAGE = "objects/Product_Usage__c/fields/";
    private static final String LINK = USAGE + "Ad_Link__c.field-meta.xml";

    private final Org org = Org.start();
    private final Line line = Line.to(org.address());

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void an_org_that_stays_as_it_is_is_kept_once_and_has_no_drift() {
        look();
        DriftView drift = look();

        assertEquals("none", drift.state());
        assertEquals(List.of(), drift.changes());
        assertEquals(1, versions());
        assertEquals(0, effects());
    }

    @Test
    void a_field_that_an_org_may_lack_is_left_out_when_it_goes_and_used_when_it_is_back() {
        look();
        String file = org.schemaFile(LINK);
        String rights = org.schemaFile(Org.INTEGRATION);
        org.removeSchemaFile(LINK);

        DriftView gone = look();

        assertEquals("lossy", gone.state());
        assertEquals(List.of("usage.adLink"), gone.suspended());
        assertEquals(Optional.empty(), gone.stopped());
        assertTrue(active().get().find(Idea.AD_LINK).isEmpty());
        assertTrue(active().now().mapping().find(Idea.AD_LINK).isPresent());
        assertFalse(published().text().contains("Ad_Link__c"), () -> published().text());
        Published meanwhile = published();

        org.putSchemaFile(LINK, file);
        org.putSchemaFile(Org.INTEGRATION, rights);
        DriftView back = look();

        assertEquals("none", back.state());
        assertEquals(List.of(), back.suspended());
        assertEquals(MappingYaml.shippedText(), published().text());
        assertTrue(published().version() > meanwhile.version());
        assertEquals(3, versions());
        assertEquals(2, effects());
    }

    @Test
    void what_is_sent_meanwhile_leaves_the_field_out_and_is_accepted() {
        look();
        org.removeSchemaFile(LINK);
        look();
        JsonNode contract = line.staff()
                .get("/api/contracts?number=00000100")
                .body()
                .path("contracts")
                .path(0);
        Answer booked = line.staff()
                .create(ad(
                        "Spring",
                        contract.path("id").asText(),
                        contract.path("products").path(0).path("id").asText(),
                        1));

        line.relay();
        org.sendBy(active());
        line.worker().settle(org::send);
        line.outcomes();

        assertEquals(201, booked.status());
        assertEquals(
                "Reported",
                line.staff()
                        .read(booked)
                        .body()
                        .path("entries")
                        .path(0)
                        .path("state")
                        .asText());
    }

    @Test
    void a_renamed_field_that_is_needed_stops_sending_and_the_new_name_is_suggested_and_mends_it() {
        look();
        org.renameField("Product_Usage__c.Units__c", "Quantity__c");

        DriftView renamed = look();

        assertEquals("breaking", renamed.state());
        ChangeView change = renamed.about("usage.units").orElseThrow();
        assertEquals("sending", change.stops());
        assertEquals(Optional.of("Quantity__c"), change.suggested());
        String told = StopNotice.read(published().text()).orElseThrow();
        assertTrue(told.contains("Product_Usage__c has no field Units__c"), told);
        assertTrue(told.contains("renamed to Quantity__c"), told);
        assertEquals(Optional.of(told), renamed.stopped());

        put(MappingYaml.shippedText().replace("units: Units__c", "units: Quantity__c"));

        assertTrue(published().text().contains("units: Quantity__c"));
        assertEquals("unknown", now().state());
        assertEquals("none", look().state());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ad_Title__c | <length>200</length> | <length>100</length> | usage.adTitle | field",
                "External_Id__c | <unique>true</unique> | <unique>false</unique> | usage.externalId | sending",
                "Ad_Link__c | <type>Url</type> | <type>Email</type> | usage.adLink | field",
            })
    void a_field_that_is_made_otherwise_stops_what_it_must(
            String field, String before, String after, String about, String stops) {
        look();
        org.changeSchema(USAGE + field + ".field-meta.xml", before, after);

        assertEquals(stops, look().about(about).orElseThrow().stops());
    }

    @ParameterizedTest
    @CsvSource({
        "Product_Usage__c.Ad_Link__c, usage.adLink, field",
        "Contract.Fulfilled_On__c, contract.fulfilledOn, reading",
        "Contract_Product__c.Consumed__c, contractProduct.consumed, field",
        "Contract_Product__c.Available__c, contractProduct.available, field"
    })
    void a_right_that_is_withdrawn_is_seen(String field, String about, String stops) {
        look();
        org.withhold(field);

        DriftView drift = look();

        assertEquals(stops, drift.about(about).orElseThrow().stops());
        assertEquals(Optional.empty(), drift.stopped());
    }

    @Test
    void an_object_that_cannot_be_seen_any_more_stops_sending() {
        look();
        org.changeSchema(
                Org.INTEGRATION,
                "(?s)<objectPermissions>(?:(?!</objectPermissions>).)*<object>Product_Usage__c</object>.*?"
                        + "</objectPermissions>",
                "");

        DriftView drift = look();

        assertEquals("sending", drift.about("Product_Usage__c").orElseThrow().stops());
        assertTrue(drift.stopped().isPresent());
    }

    @Test
    void a_new_required_field_stops_sending_and_a_new_optional_one_changes_nothing() {
        look();
        String field = """
                <?xml version="1.0" encoding="UTF-8"?>
                <CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
                    <fullName>Region__c</fullName><label>Region</label><length>40</length>
                    <required>%s</required><type>Text</type><unique>false</unique>
                </CustomField>
                """;
        org.putSchemaFile(USAGE + "Region__c.field-meta.xml", field.formatted("false"));
        assertEquals("none", look().state().replace("harmless", "none"));
        assertEquals(0, effects());

        org.putSchemaFile(USAGE + "Region__c.field-meta.xml", field.formatted("true"));

        assertEquals(
                "sending",
                look().about("Product_Usage__c.Region__c").orElseThrow().stops());
    }

    @Test
    void an_org_that_cannot_be_asked_has_not_changed() {
        org.goDown();

        DriftView unknown = look();

        assertEquals("unknown", unknown.state());
        assertTrue(unknown.reason().isPresent());
        assertEquals(0, versions());
        org.heal();
        assertEquals("none", look().state());
        assertEquals(Optional.empty(), now().reason());
    }

    @Test
    void what_is_in_force_stays_while_the_org_cannot_be_asked() {
        look();
        org.removeSchemaFile(LINK);
        look();
        org.goDown();

        DriftView down = look();

        assertEquals("lossy", down.state());
        assertEquals(List.of("usage.adLink"), down.suspended());
        assertTrue(down.code().isPresent());
    }

    @Test
    void two_service_apps_make_one_history_and_agree_on_what_is_left_out() {
        try (ApplicationContext other = line.another()) {
            line.bean(WatchSchema.class).round();
            other.getBean(WatchSchema.class).round();
            other.getBean(LookAtSchema.class).lookAtAll();
            assertEquals(1, versions());

            org.removeSchemaFile(LINK);
            look();
            other.getBean(LookAtSchema.class).lookAtAll();
            other.getBean(ActiveMapping.class).read();

            assertEquals(2, versions());
            assertEquals(1, effects());
            assertEquals(
                    List.of("usage.adLink"),
                    other.getBean(DriftReading.class).now().suspended());
        }
    }

    @Test
    void a_refusal_that_sounds_of_another_schema_makes_it_look_a_minute_later_at_the_earliest() {
        WatchSchema watching = line.bean(WatchSchema.class);
        assertTrue(watching.round(), "at the start");
        assertFalse(watching.round(), "not again");
        line.bean(SchemaSmells.class).hear("UNABLE_TO_LOCK_ROW");
        line.pass(Duration.ofMinutes(2));
        assertFalse(watching.round(), "for another refusal");

        line.bean(SchemaSmells.class).hear("INVALID_FIELD");
        assertTrue(watching.round(), "for this one");
        line.bean(SchemaSmells.class).hear("INVALID_FIELD");
        assertFalse(watching.round(), "too soon");
        line.pass(Duration.ofMinutes(1));
        assertTrue(watching.round(), "a minute later");
        line.pass(Duration.ofHours(25));
        assertTrue(watching.round(), "the next day");
    }

    @Test
    void a_day_without_a_change_costs_a_look_that_describes_nothing_again() {
        line.bean(LookAtSchema.class).look();
        org.removeSchemaFile(LINK);

        line.bean(LookAtSchema.class).look();

        assertEquals("lossy", now().state());
    }

    @Test
    void people_are_told_over_the_api_and_an_operator_has_it_looked_at() {
        look();
        org.renameField("Product_Usage__c.Units__c", "Quantity__c");

        Answer looked = line.as("operator").post("/api/org/drift/look");

        assertEquals("breaking", looked.body().path("state").asText());
        JsonNode sync = line.as("operator").get("/api/sync").body().path("drift");
        assertEquals("breaking", sync.path("state").asText());
        assertEquals(
                "Quantity__c", sync.path("changes").path(0).path("suggested").asText());
        JsonNode page = line.as("operator").get("/api/org/drift").body();
        assertEquals("breaking", page.path("versions").path(0).path("weight").asText());
        assertEquals("none", page.path("versions").path(1).path("weight").asText());
        assertTrue(page.path("effects").path(0).path("stopped").asText().contains("Quantity__c"));
        assertTrue(line.browser("operator").open("/console").body().contains("Product_Usage__c has no field Units__c"));
        assertTrue(line.browser("operator").open("/console/mapping").body().contains("Quantity__c"));
    }

    private DriftView look() {
        line.bean(LookAtSchema.class).lookAtAll();
        return now();
    }

    private DriftView now() {
        return line.bean(DriftReading.class).now();
    }

    private ActiveMapping active() {
        return line.bean(ActiveMapping.class);
    }

    private Published published() {
        return line.queue().operations().published().orElseThrow();
    }

    private long versions() {
        return line.number("select count(*) from schema_version");
    }

    private long effects() {
        return line.number("select count(*) from mapping_effect");
    }

    private void put(String yaml) {
        ObjectNode body =
                new ObjectMapper().createObjectNode().put("yaml", yaml).put("note", "Renamed in the org");
        Answer put = line.as("admin").send("PUT", "/api/org/mapping", body.toString(), Map.of("If-Match", "\"0\""));
        assertEquals(200, put.status(), () -> put.body().toString());
    }
}
