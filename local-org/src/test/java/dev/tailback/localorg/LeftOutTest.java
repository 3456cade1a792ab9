package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with what this org does not execute starts all the same, and the org says what it leaves out. */
class LeftOutTest {
    private static final String NUMBER = "<precision>9</precision><scale>1</scale><type>Number</type>";

    @TempDir
    private Path folder;

    private SmallProject project;
    private LocalOrg org;
    private Client admin;

    @BeforeEach
    void project() {
        project = new SmallProject(folder);
        project.object("Deal__c", "<sharingModel>ReadWrite</sharingModel>");
        project.field("Deal__c", "Units__c", NUMBER);
    }

    private void start(String... switches) {
        LocalOrgOptions options = LocalOrgOptions.of(folder);
        org = LocalOrg.start(switches.length == 0 ? options : options.withSwitches(Map.of(switches[0], switches[1])));
        admin = Client.as("admin", org);
    }

    @AfterEach
    void stop() {
        if (org != null) {
            org.close();
        }
    }

    private List<String> notExecuted() {
        List<String> sentences = new ArrayList<>();
        admin.get("/local-org/schema").body().path("notExecuted").forEach(sentence -> sentences.add(sentence.asText()));
        return sentences;
    }

    @Test
    void platform_events_and_locations_are_left_out_with_the_rights_on_them() {
        project.write(
                "objects/Gone__e/Gone__e.object-meta.xml",
                "CustomObject",
                "<label>Gone</label><eventType>HighVolume</eventType>");
        project.field("Gone__e", "Why__c", "<length>20</length><type>Text</type>");
        project.field(
                "Deal__c",
                "Place__c",
                "<displayLocationInDecimal>true</displayLocationInDecimal><scale>5</scale><type>Location</type>");
        project.formula("Deal__c", "Twice__c", "Number", 1, false, "Units__c * 2");
        project.write("permissionsets/Shop_Sales.permissionset-meta.xml", "PermissionSet", """
                <fieldPermissions><editable>true</editable><field>Deal__c.Place__c</field><readable>true</readable></fieldPermissions>
                <fieldPermissions><editable>true</editable><field>Deal__c.Twice__c</field><readable>true</readable></fieldPermissions>
                <fieldPermissions><editable>true</editable><field>Deal__c.Units__c</field><readable>true</readable></fieldPermissions>
                <fieldPermissions><editable>true</editable><field>Gone__e.Why__c</field><readable>true</readable></fieldPermissions>
                <fieldPermissions><editable>true</editable><field>Activity.Mood__c</field><readable>true</readable></fieldPermissions>
                <label>Shop</label>
                <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Deal__c</object></objectPermissions>
                <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><object>Gone__e</object></objectPermissions>
                <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Task</object></objectPermissions>""");
        project.field("Activity", "Mood__c", "<length>20</length><type>Text</type>");
        start();
        Client sales = Client.as("sales", org);
        sales.create("Deal__c", "{'Name':'A','Units__c':3}");
        assertEquals(List.of("6.0"), sales.first("SELECT Twice__c FROM Deal__c"));
        assertEquals(
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                sales.post(API + "/sobjects/Deal__c", "{'Twice__c':3}").code());
        sales.create("Task", "{'Subject':'Call','Mood__c':'good'}");
        assertEquals(List.of("good"), sales.first("SELECT Mood__c FROM Task"));
        admin.create("Event", "{'Subject':'Meet','Mood__c':'calm'}");
        assertEquals(404, admin.get(API + "/sobjects/Gone__e/describe").status());
        String permissions = "permissionsets/Shop_Sales.permissionset-meta.xml: mentions ";
        assertEquals(
                List.of(
                        "objects/Gone__e/Gone__e.object-meta.xml: platform events are not executed, so Gone__e is left out",
                        "objects/Deal__c/fields/Place__c.field-meta.xml: fields of type Location are not executed",
                        permissions + "Gone__e, which is left out",
                        permissions + "Deal__c.Place__c, which is left out",
                        permissions + "Gone__e.Why__c, which is left out"),
                notExecuted());
    }

    @Test
    void custom_settings_hold_rows_and_formulas_read_the_one_nearest_to_the_user() {
        project.write(
                "objects/Limits__c/Limits__c.object-meta.xml",
                "CustomObject",
                "<customSettingsType>Hierarchy</customSettingsType><label>Limits</label>");
        project.field("Limits__c", "Most__c", NUMBER);
        project.rule("Deal__c", "TOO_MANY", "Units__c > $Setup.Limits__c.Most__c");
        project.formula("Deal__c", "Most__c", "Number", 1, false, "$Setup.Limits__c.Most__c");
        start();
        admin.create("Deal__c", "{'Name':'free','Units__c':1000}");
        admin.create("Limits__c", "{'Most__c':10}");
        assertEquals(
                "[TOO_MANY] refused",
                admin.post(API + "/sobjects/Deal__c", "{'Units__c':11}").message());
        String user =
                admin.first("SELECT Id FROM User WHERE Username LIKE 'sales%'").get(0);
        admin.create("Limits__c", "{'SetupOwnerId':'" + user + "','Most__c':20}");
        assertEquals(List.of("10.0"), admin.first("SELECT Most__c FROM Deal__c"));
        Client sales = Client.as("sales", org);
        assertEquals(List.of("20.0"), sales.first("SELECT Most__c FROM Deal__c"));
        sales.create("Deal__c", "{'Units__c':15}");
        assertEquals(
                "DUPLICATE_VALUE",
                admin.post(API + "/sobjects/Limits__c", "{'Most__c':1}").code());
        JsonNode settings = admin.get(API + "/sobjects/Limits__c/describe").body();
        assertEquals("true", settings.path("customSetting").asText());
        assertEquals(
                "SetupOwnerId", fieldOf(settings, "SetupOwnerId").path("name").asText());
    }

    private static JsonNode fieldOf(JsonNode describe, String name) {
        return StreamSupport.stream(describe.path("fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_formula_that_is_not_executed_costs_its_field_and_what_reads_it() {
        project.formula("Deal__c", "Odd__c", "Number", 1, false, "COS(Units__c)");
        project.formula("Deal__c", "Over__c", "Number", 1, false, "Odd__c + 1");
        project.formula("Deal__c", "Even__c", "Number", 1, false, "Units__c + 1");
        project.field(
                "Deal__c",
                "Begin__c",
                "<defaultValue>$Api.Session_ID</defaultValue><length>80</length><type>Text</type>");
        start();
        admin.create("Deal__c", "{'Name':'A','Units__c':3}");
        assertEquals(
                List.of("null", "null", "4.0", "null"),
                admin.first("SELECT Odd__c, Over__c, Even__c, Begin__c FROM Deal__c"));
        JsonNode odd = fieldOf(admin.get(API + "/sobjects/Deal__c/describe").body(), "Odd__c");
        assertEquals("true", odd.path("calculated").asText());
        assertEquals(
                List.of(
                        "objects/Deal__c/fields/Begin__c.field-meta.xml: $Api is not executed by this org (at character 1), so new rows begin without a Deal__c.Begin__c",
                        "objects/Deal__c/fields/Odd__c.field-meta.xml: COS is not executed by this org (at character 1), so Deal__c.Odd__c is blank in every row",
                        "objects/Deal__c/fields/Over__c.field-meta.xml: Deal__c.Odd__c is not executed: COS is not executed by this org (at character 1), so Deal__c.Over__c is blank in every row"),
                notExecuted());
    }

    @Test
    void a_rule_that_is_not_executed_refuses_each_save_unless_a_switch_lets_it_pass() {
        project.rule("Deal__c", "STRANGE", "VLOOKUP(Units__c, Units__c, Units__c) = 1");
        project.rule("Deal__c", "NO_MINUS", "Units__c < 0");
        start();
        Answer refused = admin.post(API + "/sobjects/Deal__c", "{'Units__c':1}");
        assertEquals("FUNCTIONALITY_NOT_ENABLED", refused.code());
        assertEquals(
                "The validation rule STRANGE of Deal__c cannot be executed by local-org (VLOOKUP is not executed by this"
                        + " org (at character 1)), so nothing is saved; the switch unexecuted-rule=pass saves without it.",
                refused.message());
        assertEquals(
                List.of(
                        "objects/Deal__c/validationRules/STRANGE.validationRule-meta.xml: VLOOKUP is not executed by this org (at character 1), so the rule STRANGE is not executed, and every save of Deal__c is refused"),
                notExecuted());
        admin.call("PUT", "/local-org/switches", "{'unexecuted-rule':'pass'}");
        admin.create("Deal__c", "{'Units__c':1}");
        assertEquals(
                "[NO_MINUS] refused",
                admin.post(API + "/sobjects/Deal__c", "{'Units__c':-1}").message());
    }

    @Test
    void a_custom_label_is_the_text_of_its_file() {
        project.write("labels/CustomLabels.labels-meta.xml", "CustomLabels", """
                <labels><fullName>Unit</fullName><language>en_US</language><protected>false</protected>
                <shortDescription>Unit</shortDescription><value>pieces</value></labels>""");
        project.formula("Deal__c", "Shown__c", "Text", 0, false, "TEXT(Units__c) & \" \" & $Label.Unit");
        start();
        admin.create("Deal__c", "{'Units__c':3}");
        assertEquals(List.of("3 pieces"), admin.first("SELECT Shown__c FROM Deal__c"));
    }

    @Test
    void a_directory_in_the_older_format_is_refused_with_its_name(@TempDir Path older) throws IOException {
        Files.createDirectories(older.resolve("objects"));
        Files.writeString(older.resolve("objects/Deal__c.object"), "<CustomObject/>");
        assertEquals(
                "objects/Deal__c.object: is in the format of the Metadata API; local-org takes the source format, which"
                        + " 'sf project convert mdapi' makes of it",
                assertThrows(IllegalArgumentException.class, () -> LocalOrg.start(LocalOrgOptions.of(older)))
                        .getMessage());
    }

    @Test
    void a_field_or_function_that_salesforce_does_not_have_still_stops_the_start() {
        project.formula("Deal__c", "Odd__c", "Number", 1, false, "Nothing__c + 1");
        String refusal =
                assertThrows(IllegalArgumentException.class, this::start).getMessage();
        assertTrue(refusal.contains("there is no field Nothing__c on Deal__c"), refusal);
    }
}
