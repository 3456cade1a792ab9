package dev.tailback.app.suggestions.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.app.testing.OrgUnderTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Suggestions at a browser without JavaScript. */
class SuggestionPagesTest {

    private static final String PAGE = "/console/mapping/suggestions";
    private static final String LOOK = PAGE + "/look";
    private static final String OBJECTS =
            PAGE + "?contractObject=Contract&lineObject=Contract_Product__c&usageObject=Product_Usage__c";

    private final Org org = Org.start();
    private final Line line = Line.to(org.address());

    @AfterEach
    void end() {
        line.close();
        org.close();
    }

    @Test
    void objects_are_taken_one_after_the_other_each_with_its_reasons() {
        Browser admin = line.browser("admin");

        String contracts = admin.open(PAGE).body();
        assertTrue(contracts.contains("name=\"contractObject\" value=\"Contract\""), contracts);
        assertTrue(contracts.contains("its name says contract"), contracts);
        String lines = admin.open(PAGE + "?contractObject=Contract").body();
        assertTrue(lines.contains("name=\"lineObject\" value=\"Contract_Product__c\""), lines);
        assertTrue(lines.contains("it is a child of Contract"), lines);
        String usage = admin.open(PAGE + "?contractObject=Contract&lineObject=Contract_Product__c")
                .body();
        assertTrue(usage.contains("name=\"usageObject\" value=\"Product_Usage__c\""), usage);
        assertTrue(usage.contains("./tailback org generate") && usage.contains("unitsSold: Units_Sold__c"), usage);
    }

    @Test
    void each_idea_shows_candidates_with_type_rights_reasons_and_what_the_first_contract_holds() {
        String page = line.browser("admin").open(OBJECTS).body();

        assertTrue(checked(page, "contract.number", "is:ContractNumber"), page);
        assertTrue(checked(page, "usage.units", "is:Units__c"), page);
        assertTrue(page.contains("string(36)") && page.contains("external id") && page.contains("may be written"));
        assertTrue(page.contains("formula or roll-up") && page.contains("may be read"), page);
        assertTrue(page.contains("Values are those of Contract 800"), page);
        assertTrue(page.contains("<option value=\"Account.Name\">"), "every field may be typed");
        assertTrue(page.indexOf("idea-usage-units\"") < page.indexOf("idea-usage-ad-title\""), "required ones first");
        assertFalse(idea(page, "usage-units").contains("value=\"none\""), "required");
        assertTrue(idea(page, "usage-ad-title").contains("Salesforce does not show the ad's title"), page);
    }

    @Test
    void a_contract_is_named_by_its_number_and_one_that_is_none_is_said() {
        Browser admin = line.browser("admin");

        String named =
                admin.open(OBJECTS + "&sample=" + OrgUnderTest.MAGIC_NUMBER).body();
        assertTrue(named.contains("<q>Magic Ads Inc</q>"), named);
        String none = admin.open(OBJECTS + "&sample=no-such-number").body();
        assertTrue(none.contains("Contract has no record no-such-number"), none);
    }

    @Test
    void a_choice_is_looked_at_tried_on_a_contract_and_put_in_use() {
        Browser admin = line.browser("admin");
        Choice choice = Choice.suggested().with("usage.adTitle", "none").with("sample", OrgUnderTest.MAGIC_NUMBER);

        admin.open(OBJECTS);
        HttpResponse<String> looked =
                admin.submit(LOOK, choice.with("what", "look").fields());
        assertEquals(200, looked.statusCode(), looked::body);
        assertTrue(looked.body().contains("The org has what this mapping names."), looked.body());
        assertTrue(idea(looked.body(), "usage-ad-title").contains("class=\"finding loss\""), looked.body());
        assertTrue(looked.body().contains("What would be read of 800"), looked.body());
        assertTrue(looked.body().contains("counts as open"), looked.body());
        assertTrue(
                looked.body().contains("&#34;Units__c&#34;:1") || looked.body().contains("\"Units__c\":1"));
        assertTrue(checked(looked.body(), "usage.adTitle", "none"), "the choice stays");
        assertEquals(0, line.number("select count(*) from mapping_version"));

        HttpResponse<String> saved =
                admin.submit(PAGE, choice.with("note", "No titles").fields());
        assertEquals(303, saved.statusCode(), saved::body);
        assertEquals(
                "/console/mapping/versions/1",
                saved.headers().firstValue("Location").orElseThrow());
        String version = admin.open("/console/mapping/versions/1").body();
        assertTrue(version.contains("No titles") && version.contains("usage.adTitle"), version);

        HttpResponse<String> again =
                admin.submit(PAGE, choice.with("note", "No titles").fields());
        assertEquals(412, again.statusCode(), "a form that is sent twice counts once");
        assertEquals(1, line.number("select count(*) from mapping_version"));
    }

    @Test
    void what_is_mapped_already_is_kept_until_a_person_chooses_something_else() {
        Browser admin = line.browser("admin");
        admin.open(OBJECTS);
        admin.submit(
                PAGE,
                Choice.suggested()
                        .with("usage.adTitle", "none")
                        .with("note", "First")
                        .fields());

        String page = admin.open(OBJECTS).body();

        String units = idea(page, "usage-units");
        assertTrue(units.contains("kept: in use now") && units.contains("double"), units);
        assertTrue(checked(page, "usage.units", "is:Units__c"), units);
        assertFalse(idea(page, "usage-ad-title").contains("kept: in use now"), page);
        assertTrue(admin.open(PAGE).body().contains("Take the objects of the mapping in use"));
    }

    @Test
    void an_admin_who_was_overtaken_keeps_the_choice_and_sees_what_is_in_use_now() {
        Browser admin = line.browser("admin");
        admin.open(OBJECTS);
        admin.submit(
                PAGE,
                Choice.suggested()
                        .with("usage.adTitle", "none")
                        .with("note", "First")
                        .fields());

        Choice late = Choice.suggested().with("usage.adLink", "none").with("note", "Late");
        HttpResponse<String> overtaken = admin.submit(PAGE, late.fields());

        assertEquals(412, overtaken.statusCode());
        assertTrue(overtaken.body().contains("is in use since you read the mapping"), overtaken.body());
        assertTrue(overtaken.body().contains("name=\"seen\" value=\"1\""), overtaken.body());
        assertTrue(overtaken.body().contains("value=\"Late\""), overtaken.body());
        assertTrue(checked(overtaken.body(), "usage.adLink", "none"), overtaken.body());
        assertEquals(303, admin.submit(PAGE, late.with("seen", "1").fields()).statusCode());
    }

    @Test
    void bad_input_is_refused_with_a_sentence_and_stays_in_the_form() {
        Browser admin = line.browser("admin");
        admin.open(OBJECTS);

        HttpResponse<String> noNote = admin.submit(PAGE, Choice.suggested().fields());
        assertEquals(400, noNote.statusCode());
        assertTrue(noNote.body().contains("Nothing was saved: say why"), noNote.body());
        HttpResponse<String> twice = admin.submit(
                LOOK, Choice.suggested().with("other.usage.units", "Count__c").fields());
        assertEquals(400, twice.statusCode());
        assertTrue(twice.body().contains("for usage.units you typed Count__c"), twice.body());
        assertTrue(twice.body().contains("value=\"Count__c\""), twice.body());
        HttpResponse<String> required = admin.submit(
                LOOK, Choice.suggested().with("usage.units", "none").fields());
        assertEquals(400, required.statusCode());
        assertTrue(required.body().contains("usage.fields.units is missing"), required.body());
        HttpResponse<String> noField = admin.submit(
                LOOK,
                Choice.suggested()
                        .with("usage.units", "other")
                        .with("other.usage.units", "x' or")
                        .fields());
        assertEquals(400, noField.statusCode(), noField::body);
        HttpResponse<String> unknown = admin.submit(
                LOOK, Choice.suggested().with("usage.units", "is:Units_Sold__c").fields());
        assertEquals(200, unknown.statusCode());
        assertTrue(idea(unknown.body(), "usage-units").contains("class=\"finding broken\""), unknown.body());
        assertTrue(idea(unknown.body(), "usage-units").contains("your choice"), unknown.body());
        assertTrue(unknown.body().contains("as soon as nothing is broken"), unknown.body());
        HttpResponse<String> broken = admin.submit(
                PAGE,
                Choice.suggested()
                        .with("usage.units", "is:Nothing__c")
                        .with("note", "x")
                        .fields());
        assertEquals(409, broken.statusCode());
        HttpResponse<String> nothing = admin.submit(PAGE, "note", "x");
        assertEquals(400, nothing.statusCode(), nothing::body);
        assertEquals(0, line.number("select count(*) from mapping_version"));
    }

    @Test
    void an_object_that_is_none_is_said_and_can_be_mended() {
        Browser admin = line.browser("admin");

        HttpResponse<String> unknown = admin.open(PAGE + "?contractObject=Contract&lineObject=Nothing__c");
        assertEquals(404, unknown.statusCode());
        assertTrue(unknown.body().contains("value=\"Nothing__c\""), unknown.body());
        assertTrue(unknown.body().contains("value=\"Contract_Product__c\""), "and others are suggested");
        assertEquals(400, admin.open(PAGE + "?contractObject=x%27%20or").statusCode());
        assertEquals(400, admin.open(PAGE + "?lineObject=Contract_Product__c").statusCode());
        assertEquals(
                404,
                admin.open(OBJECTS.replace("Product_Usage__c", "Nothing__c")).statusCode());
    }

    @Test
    void while_salesforce_is_away_the_page_says_so_and_loses_nothing_that_was_typed() {
        Browser admin = line.browser("admin");
        admin.open(OBJECTS);
        org.goDown();

        Choice typed = Choice.suggested()
                .with("usage.units", "other")
                .with("other.usage.units", "Typed__c")
                .with("name", "My own name")
                .with("note", "My note");
        HttpResponse<String> looked = admin.submit(LOOK, typed.fields());
        assertEquals(503, looked.statusCode());
        HttpResponse<String> saved = admin.submit(PAGE, typed.fields());
        assertEquals(503, saved.statusCode());
        for (HttpResponse<String> answer : java.util.List.of(looked, saved)) {
            assertTrue(answer.body().contains("id=\"refusal\""), answer.body());
            assertTrue(answer.body().contains("value=\"Typed__c\""), answer.body());
            assertTrue(answer.body().contains("value=\"My own name\""), answer.body());
            assertTrue(answer.body().contains("value=\"My note\""), answer.body());
            assertTrue(checked(answer.body(), "contract.number", "is:ContractNumber"), answer.body());
        }
        HttpResponse<String> opened = admin.open(PAGE + "?contractObject=Contract");
        assertEquals(503, opened.statusCode());
        assertTrue(opened.body().contains("value=\"Contract\""), opened.body());
        assertEquals(0, line.number("select count(*) from mapping_version"));
    }

    @Test
    void only_admins_get_in() {
        for (String role : java.util.List.of("operator", "finance", "service", "viewer")) {
            Browser person = line.browser(role);
            assertEquals(403, person.open(PAGE).statusCode(), role);
            assertEquals(403, person.submit(LOOK, Choice.suggested().fields()).statusCode(), role);
            assertEquals(403, person.submit(PAGE, Choice.suggested().fields()).statusCode(), role);
        }
        assertTrue(line.browser("admin").open("/console/mapping").body().contains("href=\"" + PAGE));
        assertFalse(line.browser("operator").open("/console/mapping").body().contains("href=\"" + PAGE));
    }

    @Test
    void every_word_is_there_in_german_too() {
        Browser admin = line.browser("admin").speaking("de");

        assertTrue(admin.open(PAGE).body().contains("sein Name sagt contract"));
        String fields = admin.open(OBJECTS).body();
        assertTrue(fields.contains("Als neue Version speichern") && fields.contains("darf geschrieben werden"));
        String looked = admin.submit(LOOK, Choice.suggested().fields()).body();
        assertTrue(looked.contains("Was gesendet würde"), looked);
    }

    private static String idea(String page, String word) {
        int begin = page.indexOf("id=\"idea-" + word + "\"");
        return page.substring(begin, page.indexOf("</fieldset>", begin));
    }

    private static boolean checked(String page, String name, String value) {
        return page.contains("name=\"" + name + "\" value=\"" + value + "\" checked");
    }
}
