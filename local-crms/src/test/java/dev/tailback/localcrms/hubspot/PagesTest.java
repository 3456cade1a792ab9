package dev.tailback.localcrms.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localcrms.hubspot.Caller.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The account as a person sees and edits it. */
class PagesTest {
    private LocalHubSpot crm;
    private Caller person;

    @BeforeEach
    void start() {
        crm = LocalHubSpot.start();
        person = Caller.of(crm);
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    private String html(String path) {
        return person.get(path).raw().body();
    }

    private static String address(Answer saved) {
        return saved.raw().headers().firstValue("Location").orElse("");
    }

    @Test
    void a_person_creates_a_record_and_finds_it_in_the_list() {
        Answer saved = person.form("/companies/new", "name=Acme+%26+Sons&city=");

        assertEquals(303, saved.status());
        assertTrue(html("/companies?find=acme").contains("Acme &amp; Sons"));
        assertFalse(html("/companies?find=other").contains("Acme"));
        assertTrue(html(address(saved)).contains("value=\"Acme &amp; Sons\""));
    }

    @Test
    void a_person_changes_only_what_was_typed() {
        String id = person.post("/crm/v3/objects/companies", "{'properties':{'name':'Acme','annualrevenue':'5'}}")
                .id();

        person.form("/companies/" + id, "name=Acme+AG&annualrevenue=5");

        Answer read = person.get("/crm/v3/objects/companies/" + id + "?propertiesWithHistory=name,annualrevenue");
        assertEquals("Acme AG", read.value("name"));
        assertEquals(
                1,
                read.body().path("propertiesWithHistory").path("annualrevenue").size());
        assertTrue(html("/companies/" + id).contains("CRM_UI"));
    }

    @Test
    void what_is_refused_stands_in_the_form_with_the_reason() {
        Answer refused = person.form("/companies/new", "name=Acme&annualrevenue=much");

        assertEquals(400, refused.status());
        assertTrue(refused.raw().body().contains("much was not a valid number."));
        assertTrue(refused.raw().body().contains("value=\"much\""));
    }

    @Test
    void a_person_archives_and_restores() {
        String path = address(person.form("/companies/new", "name=Acme"));

        person.form(path + "/archive", "");
        assertFalse(html("/companies").contains("Acme"));
        assertTrue(html("/companies?archived=true").contains("Acme"));
        person.form(path + "/restore", "");
        assertTrue(html("/companies").contains("Acme"));
    }

    @Test
    void a_form_of_another_site_is_not_taken() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(crm.uri() + "/companies/new"))
                                .header("Origin", "https://elsewhere.example")
                                .POST(HttpRequest.BodyPublishers.ofString("name=Acme"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertEquals(403, answer.statusCode());
    }

    @Test
    void the_start_leads_to_the_companies_and_other_addresses_nowhere() {
        assertEquals("/companies", address(person.get("/")));
        assertEquals(404, person.get("/cats").status());
        assertEquals(404, person.get("/companies/17").status());
        assertEquals(200, person.get("/style.css").status());
        assertEquals(200, person.get("/deals/new").status());
    }
}
