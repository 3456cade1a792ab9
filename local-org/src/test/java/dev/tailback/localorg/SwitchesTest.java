package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localorg.Client.Answer;
import dev.tailback.localorg.switches.Switch;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every open question about Salesforce, answered both ways. */
class SwitchesTest {
    private static final String TREE = "{'Code__c':'A','Orchard__r':{'Code__c':'HILL'}}";

    private LocalOrg org;
    private Client admin;
    private Client integration;

    @BeforeEach
    void start() {
        org = Orchard.start();
        admin = Client.as("admin", org);
        integration = Client.as("integration", org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private void flip(Switch which, String value) {
        assertEquals(
                200,
                admin.call("PUT", "/local-org/switches", "{'" + which.word() + "':'" + value + "'}")
                        .status());
    }

    private void fault(String kind) {
        assertEquals(
                200,
                admin.call("PUT", "/local-org/faults", "[{'kind':'" + kind + "'}]")
                        .status());
    }

    @Test
    void a_locked_row_is_500_or_400() {
        fault("row-busy");
        assertEquals(500, admin.post(API + "/sobjects/Tree__c", TREE).status());
        flip(Switch.LOCKED_ROW_STATUS, "400");
        Answer answer = admin.post(API + "/sobjects/Tree__c", TREE);
        assertEquals(400, answer.status());
        assertEquals("UNABLE_TO_LOCK_ROW", answer.code());
    }

    @Test
    void no_access_is_403_or_400() {
        assertEquals(
                403,
                integration.post(API + "/sobjects/Region__c", "{'Name':'x'}").status());
        flip(Switch.NO_ACCESS_STATUS, "400");
        assertEquals(
                400,
                integration.post(API + "/sobjects/Region__c", "{'Name':'x'}").status());
    }

    @Test
    void read_only_mode_is_503_or_another() {
        fault("read-only");
        assertEquals(503, admin.post(API + "/sobjects/Tree__c", TREE).status());
        flip(Switch.READ_ONLY_STATUS, "500");
        assertEquals(500, admin.post(API + "/sobjects/Tree__c", TREE).status());
    }

    @Test
    void a_wrong_secret_is_400_or_401() {
        String form = "grant_type=client_credentials&client_id=tailback&client_secret=wrong";
        assertEquals(400, admin.form("/services/oauth2/token", form).status());
        flip(Switch.WRONG_SECRET_STATUS, "401");
        assertEquals(401, admin.form("/services/oauth2/token", form).status());
    }

    @Test
    void identity_without_a_token_is_403_or_401() {
        Client nobody = Client.nobody(org);
        assertEquals(403, nobody.get("/id/00D/005").status());
        flip(Switch.IDENTITY_REFUSED_STATUS, "401");
        assertEquals(401, nobody.get("/id/00D/005").status());
    }

    @Test
    void an_update_without_a_match_is_404_or_400() {
        String path = API + "/sobjects/Tree__c/Code__c/none?updateOnly=true";
        assertEquals(404, admin.patch(path, "{'Apples__c':1}").status());
        flip(Switch.UPDATE_ONLY_STATUS, "400");
        assertEquals(400, admin.patch(path, "{'Apples__c':1}").status());
    }

    @Test
    void too_many_records_are_400_or_413() {
        String[] records = IntStream.range(0, 201)
                .mapToObj(number -> "{'Code__c':'T" + number + "'}")
                .toArray(String[]::new);
        assertEquals(400, admin.upsertTrees(records).status());
        flip(Switch.TOO_MANY_RECORDS_STATUS, "413");
        assertEquals(413, admin.upsertTrees(records).status());
    }

    @Test
    void an_unreadable_record_sinks_the_call_or_only_itself() {
        String[] records = {TREE, "{'Code__c':'B','Orchard__r':{'Code__c':'HILL'},'Apples__c':'many'}"};
        assertEquals("JSON_PARSER_ERROR", admin.upsertTrees(records).code());
        flip(Switch.UNREADABLE_RECORD, "record");
        assertEquals(
                "[true, false]",
                admin.upsertTrees(records).body().findValues("success").toString());
    }

    @Test
    void a_master_refuses_all_of_its_records_or_the_last() {
        String[] records = {
            "{'Code__c':'A','Orchard__r':{'Code__c':'HILL'},'Apples__c':60}",
            "{'Code__c':'B','Orchard__r':{'Code__c':'HILL'},'Apples__c':60}"
        };
        assertEquals(
                "[false, false]",
                admin.upsertTrees(records).body().findValues("success").toString());
        flip(Switch.MASTER_REFUSES, "last");
        assertEquals(
                "[true, false]",
                admin.upsertTrees(records).body().findValues("success").toString());
    }

    @Test
    void a_locked_row_fails_what_needs_it_or_the_run() {
        String vale =
                admin.first("SELECT Id FROM Orchard__c WHERE Code__c = 'VALE'").get(0);
        String[] records = {TREE, "{'Code__c':'B','Orchard__r':{'Code__c':'VALE'}}"};
        String busy = "[{'kind':'row-busy','contractId':'" + vale + "'}]";
        admin.call("PUT", "/local-org/faults", busy);
        assertEquals(
                "[true, false]",
                admin.upsertTrees(records).body().findValues("success").toString());
        flip(Switch.LOCKED_ROW_FAILS, "run");
        assertEquals(
                "[false, false]",
                admin.upsertTrees(records).body().findValues("success").toString());
    }

    @Test
    void a_roll_up_is_a_change_of_the_master_only_if_so_set() {
        String by = "SELECT LastModifiedById FROM Orchard__c WHERE Code__c = 'HILL'";
        String seeder = admin.first(by).get(0);
        integration.upsertTrees("{'Code__c':'A','Orchard__r':{'Code__c':'HILL'},'Apples__c':1}");
        assertEquals(seeder, admin.first(by).get(0));
        flip(Switch.ROLL_UP_STAMPS, "last-modified");
        integration.upsertTrees("{'Code__c':'A','Orchard__r':{'Code__c':'HILL'},'Apples__c':2}");
        assertTrue(!seeder.equals(admin.first(by).get(0)));
    }

    @Test
    void switches_are_listed_and_go_back_to_the_beginning() {
        flip(Switch.LOCKED_ROW_STATUS, "400");
        assertEquals(
                "400",
                admin.get("/local-org/switches")
                        .body()
                        .path("locked-row-status")
                        .asText());
        assertEquals(204, admin.delete("/local-org/switches").status());
        assertEquals(
                "500",
                admin.get("/local-org/switches")
                        .body()
                        .path("locked-row-status")
                        .asText());
    }

    @Test
    void an_unknown_switch_or_value_is_refused_with_what_there_is() {
        Answer answer = admin.call("PUT", "/local-org/switches", "{'magic':'on'}");
        assertEquals(400, answer.status());
        assertTrue(answer.body().path("error").asText().contains("locked-row-status"));
        assertEquals(
                400,
                admin.call("PUT", "/local-org/switches", "{'locked-row-status':'200'}")
                        .status());
        LocalOrgOptions options = Orchard.options().withSwitches(Map.of("magic", "on"));
        assertThrows(IllegalArgumentException.class, () -> LocalOrg.start(options));
    }

    @Test
    void the_newest_version_is_listed_spoken_and_named() {
        flip(Switch.NEWEST_VERSION, "69");
        var versions = admin.get("/services/data/").body();
        assertEquals("69.0", versions.path(versions.size() - 1).path("version").asText());
        assertEquals(
                "Spring '27", versions.path(versions.size() - 1).path("label").asText());
        assertEquals("Spring '24", versions.path(0).path("label").asText());
        assertEquals(200, admin.get("/services/data/v69.0/limits").status());
        flip(Switch.NEWEST_VERSION, "62");
        assertEquals(404, admin.get("/services/data/v63.0/limits").status());
    }

    @Test
    void the_allowance_of_a_day_is_what_the_org_tells() {
        flip(Switch.DAILY_CALLS, "15000");
        var daily = admin.get(API + "/limits").body().path("DailyApiRequests");
        assertEquals(15000, daily.path("Max").asInt());
        assertEquals(
                400,
                admin.call("PUT", "/local-org/switches", "{'daily-calls':'0'}").status());
    }

    @Test
    void an_org_can_begin_with_other_answers() {
        try (LocalOrg other = LocalOrg.start(Orchard.options().withSwitches(Map.of("wrong-secret-status", "401")))) {
            assertEquals(
                    401,
                    Client.nobody(other)
                            .form(
                                    "/services/oauth2/token",
                                    "grant_type=client_credentials&client_id=tailback&client_secret=wrong")
                            .status());
        }
    }
}
