package dev.tailback.localcrms.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localcrms.hubspot.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a given value is stored as, and which are refused. */
class ValuesTest {
    private LocalHubSpot crm;
    private Caller app;

    @BeforeEach
    void start() {
        crm = LocalHubSpot.start();
        app = Caller.of(crm);
        property("day", "'type':'date','fieldType':'date'");
        property("moment", "'type':'datetime','fieldType':'date'");
        property(
                "colours",
                "'type':'enumeration','fieldType':'checkbox',"
                        + "'options':[{'value':'red','label':'Red'},{'value':'blue','label':'Blue'}]");
        property("call_me", "'type':'phone_number','fieldType':'phonenumber'");
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    private void property(String name, String type) {
        Answer made = app.post(
                "/crm/properties/2026-09/companies",
                "{'name':'" + name + "','label':'L','groupName':'companyinformation'," + type + "}");
        assertEquals(201, made.status(), made.raw().body());
    }

    private String stored(String property, String json) {
        Answer answer = app.post("/crm/objects/2026-09/companies", "{'properties':{'" + property + "':" + json + "}}");
        return answer.status() == 201
                ? answer.value(property)
                : answer.body().path("errors").path(0).path("code").asText();
    }

    @Test
    void numbers_lose_needless_zeros() {
        assertEquals("1.5", stored("annualrevenue", "'1.50'"));
        assertEquals("1000", stored("annualrevenue", "'1e3'"));
        assertEquals("0", stored("annualrevenue", "'-0.00'"));
        assertEquals("12.25", stored("annualrevenue", "12.25"));
        assertEquals("INVALID_INTEGER", stored("annualrevenue", "' 5'"));
        assertEquals("INVALID_INTEGER", stored("annualrevenue", "'1e999999999'"));
    }

    @Test
    void dates_are_days_and_times_are_moments_in_utc() {
        assertEquals("2026-08-10", stored("day", "'2026-08-10'"));
        assertEquals("2026-08-10", stored("day", "'1786320000000'"));
        assertEquals("INVALID_DATE", stored("day", "'1786320000001'"));
        assertEquals("INVALID_DATE", stored("day", "'2026-02-30'"));
        assertEquals("2026-08-10T10:00:00Z", stored("moment", "'2026-08-10T12:00:00+02:00'"));
        assertEquals("2026-08-10T00:00:00.500Z", stored("moment", "1786320000500"));
        assertEquals("INVALID_LONG", stored("moment", "'tomorrow'"));
    }

    @Test
    void texts_are_trimmed_and_phone_numbers_kept_as_they_are() {
        assertEquals("Acme  AG", stored("name", "'  Acme  AG '"));
        assertEquals("+41 (0)44 / 123", stored("call_me", "'+41 (0)44 / 123'"));
        assertEquals("acme.example", stored("domain", "'https://www.Acme.example/about'"));
        assertEquals("PROPERTY_VALUE_TOO_LONG", stored("name", "'" + "x".repeat(65_537) + "'"));
        app.put("/local-crms/switches", "{'trim-text':'no'}");
        assertEquals(" Acme ", stored("name", "' Acme '"));
    }

    @Test
    void choices_are_among_the_options() {
        assertEquals("red;blue", stored("colours", "'red;blue;red'"));
        assertEquals("INVALID_OPTION", stored("colours", "'red;green'"));
        assertEquals("true", stored("is_public", "true"));
        assertEquals("false", stored("is_public", "'FALSE'"));
        assertEquals("INVALID_OPTION", stored("is_public", "'yes'"));
        assertEquals("INVALID_OPTION", stored("industry", "'Banking'"));
    }

    @Test
    void a_semicolon_in_front_adds_to_the_choices() {
        String id = app.post("/crm/objects/2026-09/companies", "{'properties':{'colours':'red'}}")
                .id();

        Answer added = app.patch("/crm/objects/2026-09/companies/" + id, "{'properties':{'colours':';blue'}}");

        assertEquals("red;blue", added.value("colours"));
    }

    @Test
    void empty_text_and_null_empty_a_property() {
        String id = app.post("/crm/objects/2026-09/companies", "{'properties':{'name':'A','city':'B'}}")
                .id();

        Answer emptied = app.patch("/crm/objects/2026-09/companies/" + id, "{'properties':{'name':'','city':null}}");

        assertTrue(emptied.body().path("properties").path("name").isNull());
        assertTrue(emptied.body().path("properties").path("city").isNull());
    }

    @Test
    void unknown_and_computed_properties_are_refused_together() {
        Answer refused = app.post(
                "/crm/objects/2026-09/contacts",
                "{'properties':{'nothing':'1','hs_email_domain':'x','email':'no address','createdate':'1'}}");

        assertEquals(400, refused.status());
        assertEquals(4, refused.body().path("errors").size());
        assertTrue(refused.message().startsWith("Property values were not valid: [{\"isValid\":false"));
        assertTrue(refused.message().contains("PROPERTY_DOESNT_EXIST"));
        assertTrue(refused.message().contains("READ_ONLY_VALUE"));
        assertTrue(refused.message().contains("INVALID_EMAIL"));
    }

    @Test
    void computed_values_follow() {
        Answer made =
                app.post("/crm/objects/2026-09/contacts", "{'properties':{'email':'ann@x.org','firstname':'Ann'}}");

        Answer read = app.get("/crm/objects/2026-09/contacts/" + made.id()
                + "?properties=hs_email_domain&propertiesWithHistory=hs_full_name_or_email");

        assertEquals("x.org", read.value("hs_email_domain"));
        assertEquals("Ann", read.value("hs_full_name_or_email"));
        assertEquals(
                "CALCULATED",
                read.body()
                        .path("propertiesWithHistory")
                        .path("hs_full_name_or_email")
                        .path(0)
                        .path("sourceType")
                        .asText());
    }
}
