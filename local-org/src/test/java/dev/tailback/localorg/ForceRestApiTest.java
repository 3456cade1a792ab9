package dev.tailback.localorg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.force.api.ApiConfig;
import com.force.api.ApiException;
import com.force.api.ApiSession;
import com.force.api.CreateOrUpdateResult;
import com.force.api.DescribeSObject;
import com.force.api.ForceApi;
import com.force.api.QueryResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library our services use, unmodified. */
class ForceRestApiTest {

    private LocalOrg org;
    private ForceApi api;

    @BeforeEach
    void start() {
        org = Orchard.start();
        String token = Client.as("admin", org).token();
        api = new ForceApi(
                new ApiConfig().setApiVersionString("v66.0"),
                new ApiSession(token, org.uri().toString()));
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void logs_in_by_password() {
        ForceApi own = new ForceApi(new ApiConfig()
                .setApiVersionString("v66.0")
                .setLoginEndpoint(org.uri().toString())
                .setClientId("tailback")
                .setClientSecret("local-org")
                .setUsername("admin@tailback.local")
                .setPassword("local-org"));
        assertEquals(1, own.query("SELECT Id FROM Account").getTotalSize());
        assertEquals("admin@tailback.local", own.getIdentity().getUsername());
    }

    @Test
    void creates_reads_changes_and_deletes() {
        String id = api.createSObject("Account", Map.of("Name", "Mill"));
        api.updateSObject("Account", id, Map.of("Site", "river"));
        assertEquals("river", api.getSObject("Account", id).asMap().get("Site"));
        api.deleteSObject("Account", id);
        assertThrows(RuntimeException.class, () -> api.getSObject("Account", id).asMap());
    }

    @Test
    void upserts_by_external_id() {
        Map<String, Object> tree = Map.of("Orchard__r", Map.of("Code__c", "HILL"), "Apples__c", 2);
        assertEquals(CreateOrUpdateResult.CREATED, api.createOrUpdateSObject("Tree__c", "Code__c", "t1", tree));
        assertEquals(CreateOrUpdateResult.UPDATED, api.createOrUpdateSObject("Tree__c", "Code__c", "t1", tree));
    }

    @Test
    void reads_a_long_answer_page_by_page() {
        for (int page = 0; page < 13; page++) {
            List<Map<String, Object>> records = new ArrayList<>();
            for (int number = 0; number < 200; number++) {
                records.add(Map.of(
                        "attributes", Map.of("type", "Tree__c"),
                        "Code__c", "T" + (page * 200 + number),
                        "Orchard__r", Map.of("Code__c", "HILL")));
            }
            List<?> results = api.patch("/composite/sobjects/Tree__c/Code__c", Map.of("records", records))
                    .asList();
            assertEquals(200, results.size());
        }
        QueryResult<?> first = api.query("SELECT Id, Orchard__r.Name FROM Tree__c ORDER BY Code__c", Map.class);
        assertEquals(2600, first.getTotalSize());
        assertEquals(2000, first.getRecords().size());
        assertFalse(first.isDone());
        QueryResult<?> second = api.queryMore(first.getNextRecordsUrl(), Map.class);
        assertEquals(600, second.getRecords().size());
        assertTrue(second.isDone());
    }

    @Test
    void describes() {
        DescribeSObject tree = api.describeSObject("Tree__c");
        assertTrue(tree.getFields().stream().anyMatch(field -> field.getName().equals("Code__c")));
        assertTrue(api.describeGlobal().getSObjects().stream()
                .anyMatch(object -> object.getName().equals("Orchard__c")));
    }

    @Test
    void a_dead_session_is_told() {
        ForceApi stranger = new ForceApi(
                new ApiConfig().setApiVersionString("v66.0"),
                new ApiSession("nobody", org.uri().toString()));
        assertThrows(RuntimeException.class, () -> stranger.query("SELECT Id FROM Account"));
        ApiException refused = assertThrows(ApiException.class, () -> api.query("SELECT Nope FROM Account"));
        assertEquals(400, refused.getCode());
    }
}
