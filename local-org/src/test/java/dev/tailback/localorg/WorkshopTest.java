package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another project, with kinds of fields and relationships the orchard has not. */
class WorkshopTest {

    private LocalOrg org;
    private Client admin;

    @BeforeEach
    void start() {
        org = LocalOrg.start(LocalOrgOptions.of(Path.of("src/test/resources/workshop"))
                .withClock(Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC)));
        admin = Client.as("admin", org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private String count(String object) {
        return admin.query("SELECT COUNT() FROM " + object)
                .body()
                .path("totalSize")
                .asText();
    }

    @Test
    void defaults_and_numbers_come_from_the_metadata() {
        admin.create("Garage__c", "{}");
        admin.create("Car__c", "{'Name':'Beetle','Extras__c':'Roof;Radio'}");
        assertEquals(List.of("G-2026-007"), admin.first("SELECT Name FROM Garage__c"));
        assertEquals(
                List.of("true", "Blue", "0001", "Deep Blue"),
                admin.first("SELECT Insured__c, Colour__c, Serial__c, toLabel(Colour__c) shown FROM Car__c"));
        assertEquals(
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                admin.post(API + "/sobjects/Car__c", "{'Colour__c':'Green'}").code());
        assertEquals(
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                admin.post(API + "/sobjects/Car__c", "{'Extras__c':'Roof;Wings'}")
                        .code());
        assertEquals(
                "1",
                admin.query("SELECT Id FROM Car__c WHERE Extras__c INCLUDES ('Radio')")
                        .body()
                        .path("totalSize")
                        .asText());
    }

    @Test
    void deleting_what_a_lookup_points_to_clears_holds_back_or_takes_along() {
        String garage = admin.create("Garage__c", "{}");
        String keeper = admin.create("Person__c", "{'Name':'Ida'}");
        String car = admin.create("Car__c", "{'Garage__c':'" + garage + "','Keeper__c':'" + keeper + "'}");
        admin.create("Plate__c", "{'Car__c':'" + car + "'}");
        assertEquals(
                "DELETE_FAILED",
                admin.delete(API + "/sobjects/Person__c/" + keeper).code());
        assertEquals(204, admin.delete(API + "/sobjects/Garage__c/" + garage).status());
        assertEquals(List.of("null"), admin.first("SELECT Garage__c FROM Car__c"));
        assertEquals(204, admin.delete(API + "/sobjects/Car__c/" + car).status());
        assertEquals("0", count("Plate__c"));
        assertEquals(204, admin.delete(API + "/sobjects/Person__c/" + keeper).status());
    }

    @Test
    void a_detail_of_two_masters_counts_for_both_and_goes_with_either() {
        String car = admin.create("Car__c", "{'Name':'Beetle'}");
        String part = admin.create("Part__c", "{'Name':'Wheel'}");
        admin.create("Fitting__c", "{'Car__c':'" + car + "','Part__c':'" + part + "','Pieces__c':4}");
        assertEquals(List.of("4.0"), admin.first("SELECT Pieces__c FROM Car__c"));
        assertEquals(List.of("1.0"), admin.first("SELECT Used__c FROM Part__c"));
        assertEquals(
                "REQUIRED_FIELD_MISSING",
                admin.post(API + "/sobjects/Fitting__c", "{'Car__c':'" + car + "'}")
                        .code());
        assertEquals(204, admin.delete(API + "/sobjects/Part__c/" + part).status());
        assertEquals("0", count("Fitting__c"));
        assertEquals(List.of("0.0"), admin.first("SELECT Pieces__c FROM Car__c"));
    }

    @Test
    void record_types_are_rows_and_only_active_ones_of_the_object_are_taken() {
        String van = type("Van");
        String car = admin.create("Car__c", "{'RecordTypeId':'" + van + "'}");
        assertEquals(
                List.of(
                        van,
                        "{\"attributes\":{\"type\":\"RecordType\",\"url\":\"" + API + "/sobjects/RecordType/" + van
                                + "\"},\"DeveloperName\":\"Van\"}"),
                admin.first("SELECT RecordTypeId, RecordType.DeveloperName FROM Car__c WHERE Id = '" + car + "'"));
        for (String wrong : List.of(type("Retired"), car)) {
            Answer answer = admin.post(API + "/sobjects/Car__c", "{'RecordTypeId':'" + wrong + "'}");
            assertEquals(400, answer.status());
            assertEquals("INVALID_CROSS_REFERENCE_KEY", answer.code());
            assertEquals(
                    "RecordTypeId", answer.body().path(0).path("fields").path(0).asText());
        }
        JsonNode infos = admin.get(API + "/sobjects/Car__c/describe").body().path("recordTypeInfos");
        assertEquals(
                "[\"Retired\",\"Sports\",\"Van\",\"Master\"]",
                infos.findValues("developerName").toString().replace(" ", ""));
    }

    private String type(String name) {
        return admin.first("SELECT Id FROM RecordType WHERE SobjectType = 'Car__c' AND DeveloperName = '" + name + "'")
                .get(0);
    }

    @Test
    void describe_tells_what_a_deletion_does() {
        JsonNode children = admin.get(API + "/sobjects/Car__c/describe").body().path("childRelationships");
        children.forEach(child -> assertEquals(true, child.path("cascadeDelete").asBoolean(), () -> child.toString()));
        assertEquals(2, children.size());
    }

    @Test
    void standard_objects_work_with_the_projects_fields() {
        Answer made = admin.patch(API + "/sobjects/Account/Rank__c/first", "{'Name':'Acme'}");
        assertEquals(201, made.status());
        String account = made.body().path("id").asText();
        admin.create("Contact", "{'LastName':'Lee','FirstName':'Ann','AccountId':'" + account + "'}");
        admin.create(
                "Opportunity",
                "{'Name':'Deal','AccountId':'" + account + "','StageName':'Prospecting','CloseDate':'2026-06-01'}");
        String price = admin.create("Pricebook2", "{'Name':'Standard','IsActive':true}");
        assertTrue(price.startsWith("01s"));
        assertEquals(List.of("Ann Lee"), admin.first("SELECT Name FROM Contact WHERE Account.Rank__c = 'first'"));
        assertEquals(
                List.of("Ada Admin", "00D"),
                List.of(
                        admin.query("SELECT Owner.Name FROM Account")
                                .body()
                                .path("records")
                                .path(0)
                                .path("Owner")
                                .path("Name")
                                .asText(),
                        admin.first("SELECT Id FROM Organization").get(0).substring(0, 3)));
    }
}
