package dev.tailback.localcrms.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data file and the fixtures. */
class KeepingDataTest {
    private static final String COMPANIES = "/crm/objects/2026-09/companies";

    @TempDir
    private Path folder;

    private LocalHubSpotOptions kept() {
        return LocalHubSpotOptions.standard().withData(folder.resolve("crm.jsonl"));
    }

    @Test
    void everything_is_there_after_a_restart() {
        String company;
        String contact;
        try (LocalHubSpot crm = LocalHubSpot.start(kept())) {
            Caller app = Caller.of(crm);
            app.post(
                    "/crm/properties/2026-09/companies",
                    "{'name':'key','label':'Key','type':'string','fieldType':'text','groupName':'companyinformation',"
                            + "'hasUniqueValue':true}");
            company = app.post(COMPANIES, "{'properties':{'name':'A','key':'k1'}}")
                    .id();
            app.patch(COMPANIES + "/" + company, "{'properties':{'name':'B'}}");
            contact = app.post("/crm/v3/objects/contacts", "{'properties':{'email':'a@x.org'}}")
                    .id();
            app.call("PUT", "/crm/v4/objects/contacts/" + contact + "/associations/default/companies/" + company, "");
            String gone = app.post(COMPANIES, "{'properties':{'name':'C'}}").id();
            app.delete(COMPANIES + "/" + gone);
            String loser = app.post(COMPANIES, "{'properties':{'name':'D'}}").id();
            app.post(COMPANIES + "/merge", "{'primaryObjectId':'" + company + "','objectIdToMerge':'" + loser + "'}");
        }
        try (LocalHubSpot crm = LocalHubSpot.start(kept())) {
            Caller app = Caller.of(crm);
            assertEquals("B", app.get(COMPANIES + "/k1?idProperty=key").value("name"));
            assertEquals(
                    2,
                    app.get(COMPANIES + "/" + company + "?propertiesWithHistory=name")
                            .body()
                            .path("propertiesWithHistory")
                            .path("name")
                            .size());
            assertEquals(
                    1,
                    app.get(COMPANIES + "?archived=true").body().path("results").size());
            assertEquals(
                    company,
                    app.get("/crm/v4/objects/contacts/" + contact + "/associations/companies")
                            .result(0)
                            .path("toObjectId")
                            .asText());
            assertEquals(
                    1,
                    app.post(COMPANIES + "/search", "{}").body().path("total").asInt());
            String next = app.post(COMPANIES, "{'properties':{'name':'E'}}").id();
            assertTrue(Long.parseLong(next) > Long.parseLong(contact));
        }
    }

    @Test
    void a_last_line_that_was_cut_is_dropped() throws Exception {
        try (LocalHubSpot crm = LocalHubSpot.start(kept())) {
            Caller.of(crm).post(COMPANIES, "{'properties':{'name':'A'}}");
            Caller.of(crm).post(COMPANIES, "{'properties':{'name':'B'}}");
        }
        String text = Files.readString(folder.resolve("crm.jsonl"));
        Files.writeString(folder.resolve("crm.jsonl"), text.substring(0, text.length() - 20));

        try (LocalHubSpot crm = LocalHubSpot.start(kept())) {
            assertEquals(1, Caller.of(crm).get(COMPANIES).body().path("results").size());
        }
    }

    @Test
    void a_line_that_was_changed_stops_the_start_with_a_sentence() throws Exception {
        try (LocalHubSpot crm = LocalHubSpot.start(kept())) {
            Caller.of(crm).post(COMPANIES, "{'properties':{'name':'A'}}");
        }
        List<String> lines = Files.readAllLines(folder.resolve("crm.jsonl"));
        Files.write(
                folder.resolve("crm.jsonl"),
                Stream.concat(
                                Stream.of(lines.get(0).replace("Record", "record")),
                                lines.stream().skip(1))
                        .toList());

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> LocalHubSpot.start(kept()));
        assertTrue(String.valueOf(refused.getMessage()).contains("line 1 is broken (its sum is wrong)"));
    }

    @Test
    void fixtures_fill_an_empty_account_and_only_that() throws Exception {
        Path fixtures = Files.writeString(folder.resolve("fixtures.json"), """
                {"properties": {"companies": [{"name": "tier", "label": "Tier", "type": "string"}]},
                 "records": {"companies": [{"name": "Acme", "tier": "gold"}], "contacts": [{"email": "a@x.org"}]},
                 "links": [{"from": "contacts", "fromIndex": 0, "to": "companies", "toIndex": 0}]}
                """);
        for (int start = 0; start < 2; start++) {
            try (LocalHubSpot crm = LocalHubSpot.start(kept().withFixtures(fixtures))) {
                Caller app = Caller.of(crm);
                assertEquals(1, app.get(COMPANIES).body().path("results").size());
                assertEquals(
                        "gold",
                        app.get(COMPANIES + "?properties=tier")
                                .result(0)
                                .path("properties")
                                .path("tier")
                                .asText());
                assertEquals(
                        1,
                        app.post(COMPANIES + "/search", "{}")
                                .body()
                                .path("total")
                                .asInt());
            }
        }
    }

    @Test
    void fixtures_that_the_account_refuses_stop_the_start_with_a_sentence() throws Exception {
        Path fixtures = Files.writeString(
                folder.resolve("fixtures.json"), "{\"records\": {\"contacts\": [{\"email\": \"nobody\"}]}}");

        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> LocalHubSpot.start(LocalHubSpotOptions.standard().withFixtures(fixtures)));
        assertTrue(String.valueOf(refused.getMessage()).contains("Email address nobody is invalid"));
    }
}
