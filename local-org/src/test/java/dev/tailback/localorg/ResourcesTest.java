package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditional calls, replication, relationships by address, and what this org does not speak. */
class ResourcesTest {
    private static final String BEFORE = "Sun, 01 Mar 2026 00:00:00 GMT";
    private static final String AFTER = "Tue, 03 Mar 2026 00:00:00 GMT";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));
    private LocalOrg org;
    private Client admin;
    private String tree;

    @BeforeEach
    void start() {
        org = LocalOrg.start(Orchard.options().withClock(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        }));
        admin = Client.as("admin", org);
        admin.upsertTrees("{'Code__c':'A','Orchard__r':{'Code__c':'HILL'},'Apples__c':2}");
        tree = API + "/sobjects/Tree__c/"
                + admin.first("SELECT Id FROM Tree__c").get(0);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void what_did_not_change_since_is_304_without_a_body() {
        for (String path : new String[] {
            tree, API + "/sobjects/Tree__c/Code__c/A", API + "/sobjects", API + "/sobjects/Tree__c/describe"
        }) {
            Answer same = admin.get(path, "If-Modified-Since", AFTER);
            assertEquals(304, same.status(), path);
            assertTrue(same.raw().body().isEmpty());
            assertEquals(200, admin.get(path, "If-Modified-Since", BEFORE).status());
            assertEquals(412, admin.get(path, "If-Unmodified-Since", BEFORE).status());
        }
        assertEquals(
                "Mon, 2 Mar 2026 12:00:00 GMT",
                admin.get(tree).raw().headers().firstValue("Last-Modified").orElseThrow());
    }

    @Test
    void a_write_that_came_too_late_is_412_and_changes_nothing() {
        Answer late = admin.patch(tree, "{'Apples__c':9}", "If-Unmodified-Since", BEFORE);
        assertEquals(412, late.status());
        assertEquals("PRECONDITION_FAILED", late.code());
        assertEquals(
                412,
                admin.patch(API + "/sobjects/Tree__c/Code__c/A", "{'Apples__c':9}", "If-Unmodified-Since", BEFORE)
                        .status());
        assertEquals("2.0", admin.first("SELECT Apples__c FROM Tree__c").get(0));
        assertEquals(
                204,
                admin.patch(tree, "{'Apples__c':9}", "If-Unmodified-Since", AFTER)
                        .status());
        assertEquals(
                400,
                admin.patch(tree, "{'Apples__c':9}", "If-Unmodified-Since", "yesterday")
                        .status());
        admin.call("PUT", "/local-org/switches", "{'precondition-body':'empty'}");
        assertTrue(admin.patch(tree, "{'Apples__c':9}", "If-Unmodified-Since", BEFORE)
                .raw()
                .body()
                .isEmpty());
    }

    @Test
    void changed_and_deleted_rows_are_told_for_a_span_of_time() {
        String span = "?start=2026-03-02T00%3A00%3A00Z&end=2026-03-02T23%3A00%3A00%2B00%3A00";
        JsonNode updated = admin.get(API + "/sobjects/Tree__c/updated" + span).body();
        assertEquals(1, updated.path("ids").size());
        // What has not happened yet is not covered: it is now noon.
        assertEquals(
                "2026-03-02T12:00:00.000+0000",
                updated.path("latestDateCovered").asText());
        admin.delete(tree);
        assertTrue(admin.get(API + "/sobjects/Tree__c/updated" + span)
                .body()
                .path("ids")
                .isEmpty());
        JsonNode deleted = admin.get(API + "/sobjects/Tree__c/deleted" + span).body();
        assertEquals(
                tree.substring(tree.lastIndexOf('/') + 1),
                deleted.path("deletedRecords").path(0).path("id").asText());
        assertEquals(
                "2026-03-02T12:00:00.000+0000",
                deleted.path("deletedRecords").path(0).path("deletedDate").asText());
    }

    @Test
    void a_span_that_is_over_is_covered_to_its_end() {
        String span = "?start=2026-03-02T00:00:00Z&end=2026-03-02T11:00:00Z";
        JsonNode deleted = admin.get(API + "/sobjects/Tree__c/deleted" + span).body();
        assertEquals(
                "2026-03-02T11:00:00.000+0000",
                deleted.path("latestDateCovered").asText());
        assertEquals(
                "2026-01-31T12:00:00.000+0000",
                deleted.path("earliestDateAvailable").asText());
    }

    @Test
    void a_span_must_be_recent_and_forward() {
        String path = API + "/sobjects/Tree__c/updated?start=";
        assertEquals(
                "INVALID_REPLICATION_DATE",
                admin.get(path + "2026-01-01T00:00:00Z&end=2026-03-01T00:00:00Z")
                        .code());
        assertEquals(
                "INVALID_REPLICATION_DATE",
                admin.get(path + "2026-03-02T00:00:00Z&end=2026-03-01T00:00:00Z")
                        .code());
        assertEquals("INVALID_REPLICATION_DATE", admin.get(path + "x&end=y").code());
        assertEquals(
                "MISSING_ARGUMENT", admin.get(API + "/sobjects/Tree__c/deleted").code());
    }

    @Test
    void parents_and_children_have_addresses_of_their_own() {
        assertEquals(
                "HILL", admin.get(tree + "/Orchard__r").body().path("Code__c").asText());
        assertEquals(404, admin.get(tree + "/Neighbour__r").status());
        assertEquals(204, admin.patch(tree + "/Orchard__r", "{'Name':'Height'}").status());
        String hill = API + "/sobjects/Orchard__c/"
                + admin.first("SELECT Id FROM Orchard__c WHERE Code__c = 'HILL'")
                        .get(0);
        JsonNode trees = admin.get(hill + "/Trees__r?fields=Code__c,Apples__c").body();
        assertEquals(1, trees.path("totalSize").asInt());
        assertEquals("A", trees.path("records").path(0).path("Code__c").asText());
        assertEquals(404, admin.get(hill + "/Nothing__r").status());
    }

    @Test
    void xml_and_searches_are_refused_in_so_many_words() {
        assertEquals(
                406, admin.get(API + "/limits", "Accept", "application/xml").status());
        assertEquals(
                200,
                admin.get(API + "/limits", "Accept", "application/xml, */*").status());
        assertEquals(406, admin.get(tree + ".xml").status());
        assertEquals(
                415,
                admin.send("POST", API + "/sobjects/Tree__c", "application/xml", "<x/>")
                        .status());
        assertEquals("MALFORMED_SEARCH", admin.get(API + "/search?q=FIND").code());
        assertEquals(404, admin.get(API + "/sobjects/Tree__c/describe/layouts").status());
        assertEquals("[]", admin.get(API + "/recent").raw().body());
    }

    @Test
    void an_address_or_headers_beyond_16384_bytes_are_refused() {
        assertEquals(
                414,
                admin.get(API + "/query?q=SELECT+Id+FROM+Tree__c+WHERE+Code__c='" + "x".repeat(16_400) + "'")
                        .status());
        assertEquals(
                431, admin.get(API + "/limits", "X-Long", "x".repeat(16_300)).status());
    }

    @Test
    void client_headers_are_taken_and_change_nothing() {
        Answer answer = admin.get(
                tree,
                "Sforce-Call-Options",
                "client=test",
                "Sforce-Mru",
                "updateMru=true",
                "Sforce-Auto-Assign",
                "FALSE",
                "Sforce-Duplicate-Rule-Header",
                "allowSave=true");
        assertEquals(200, answer.status());
        assertFalse(answer.body().path("Code__c").asText().isEmpty());
    }
}
