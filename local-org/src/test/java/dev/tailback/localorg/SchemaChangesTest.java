package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema of an org that runs changes: all of a call or nothing, and rows keep what they hold. */
class SchemaChangesTest {
    private static final String TEXT = "<length>20</length><type>Text</type>";
    private static final String NUMBER = "<precision>9</precision><scale>1</scale><type>Number</type>";
    private static final String UNITS = "objects/Line__c/fields/Units__c.field-meta.xml";

    @TempDir
    private Path folder;

    private SmallProject project;
    private LocalOrg org;
    private Client admin;
    private String deal;

    @BeforeEach
    void start() throws IOException {
        project = new SmallProject(Files.createDirectory(folder.resolve("source")));
        project.object("Deal__c", "<sharingModel>ReadWrite</sharingModel>");
        project.object("Line__c", "<sharingModel>ControlledByParent</sharingModel>");
        project.field("Line__c", "Deal__c", """
                <referenceTo>Deal__c</referenceTo><relationshipName>Lines</relationshipName>
                <relationshipOrder>0</relationshipOrder><type>MasterDetail</type>""");
        project.field("Line__c", "Units__c", NUMBER);
        project.field("Line__c", "Note__c", TEXT);
        project.field("Line__c", "State__c", picklist(false, "Open", "Done"));
        project.field("Deal__c", "Sum__c", sum("Units__c"));
        project.formula("Line__c", "Twice__c", "Number", 1, false, "Units__c * 2");
        project.formula("Line__c", "Share__c", "Number", 2, false, "Units__c / Deal__r.Sum__c");
        project.rule("Line__c", "NO_MINUS", "Units__c < 0");
        project.write("permissionsets/Shop_Integration.permissionset-meta.xml", "PermissionSet", """
                <fieldPermissions><editable>true</editable><field>Line__c.Note__c</field><readable>true</readable></fieldPermissions>
                <fieldPermissions><editable>true</editable><field>Line__c.Units__c</field><readable>true</readable></fieldPermissions>
                <label>Shop</label>
                <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Deal__c</object></objectPermissions>
                <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Line__c</object></objectPermissions>""");
        begin(LocalOrgOptions.of(project.folder()));
        deal = admin.create("Deal__c", "{'Name':'A deal'}");
        line("'Units__c':3,'Note__c':'three','State__c':'Odd'");
        line("'Units__c':1.5,'Note__c':'more'");
    }

    private void begin(LocalOrgOptions options) {
        org = LocalOrg.start(options);
        admin = Client.as("admin", org);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private static String picklist(boolean restricted, String... values) {
        StringBuilder all = new StringBuilder();
        for (String value : values) {
            all.append("<value><fullName>")
                    .append(value)
                    .append("</fullName><default>false</default><label>")
                    .append(value)
                    .append("</label></value>");
        }
        return "<type>Picklist</type><valueSet><restricted>" + restricted + "</restricted><valueSetDefinition>" + all
                + "</valueSetDefinition></valueSet>";
    }

    private static String sum(String field) {
        return "<summarizedField>Line__c." + field + "</summarizedField>"
                + "<summaryForeignKey>Line__c.Deal__c</summaryForeignKey>"
                + "<summaryOperation>sum</summaryOperation><type>Summary</type>";
    }

    private String line(String values) {
        return admin.create("Line__c", "{'Deal__c':'" + deal + "'," + values + "}");
    }

    private static String xml(String root, String inside) {
        return "<" + root + " xmlns=\"http://soap.sforce.com/2006/04/metadata\">" + inside + "</" + root + ">";
    }

    private static String field(String name, String inside) {
        return xml("CustomField", "<fullName>" + name + "</fullName><label>" + name + "</label>" + inside);
    }

    private Answer put(String path, String text) {
        return admin.send("PUT", "/local-org/schema/" + path, "text/xml", text);
    }

    private void changed(Answer answer) {
        assertEquals(200, answer.status(), answer.raw().body());
    }

    private static void refused(String sentence, Answer answer) {
        assertEquals(400, answer.status());
        assertEquals(sentence, answer.body().path("error").asText());
    }

    private List<String> values(String columns) {
        JsonNode records = admin.query("SELECT " + columns + " FROM Line__c ORDER BY CreatedDate, Id")
                .body()
                .path("records");
        return StreamSupport.stream(records.spliterator(), false)
                .map(record -> {
                    StringBuilder text = new StringBuilder();
                    record.properties().forEach(entry -> {
                        if (!entry.getKey().equals("attributes")) {
                            text.append(text.isEmpty() ? "" : " ")
                                    .append(entry.getValue().asText());
                        }
                    });
                    return text.toString();
                })
                .toList();
    }

    private TreeSet<String> described(Client client) {
        TreeSet<String> names = new TreeSet<>();
        client.get(API + "/sobjects/Line__c/describe")
                .body()
                .path("fields")
                .forEach(field -> names.add(field.path("name").asText()));
        return names;
    }

    @Test
    void a_new_field_is_there_at_once_and_blank_in_the_rows_that_were_there() {
        changed(put("objects/Line__c/fields/Due__c.field-meta.xml", field("Due__c", "<type>Date</type>")));
        assertEquals(List.of("null 3.0", "null 1.5"), values("Due__c, Units__c"));
        line("'Due__c':'2026-05-01'");
        assertEquals(List.of("null", "null", "2026-05-01"), values("Due__c"));
        assertTrue(described(admin).contains("Due__c"));
    }

    @Test
    void describe_says_that_it_changed_even_within_the_same_second_and_only_of_what_changed() {
        String path = API + "/sobjects/Line__c/describe";
        String before = lastModified(path);
        String other = lastModified(API + "/sobjects/Deal__c/describe");
        String all = lastModified(API + "/sobjects");
        assertEquals(304, admin.get(path, "If-Modified-Since", before).status());
        changed(put("objects/Line__c/fields/Due__c.field-meta.xml", field("Due__c", "<type>Date</type>")));
        assertEquals(200, admin.get(path, "If-Modified-Since", before).status());
        assertEquals(200, admin.get(API + "/sobjects", "If-Modified-Since", all).status());
        assertEquals(
                304,
                admin.get(API + "/sobjects/Deal__c/describe", "If-Modified-Since", other)
                        .status());
        assertEquals(
                304, admin.get(path, "If-Modified-Since", lastModified(path)).status());
    }

    private String lastModified(String path) {
        return admin.get(path).raw().headers().firstValue("Last-Modified").orElseThrow();
    }

    @Test
    void a_field_that_is_taken_away_takes_its_values_and_the_rights_on_it_along() {
        String note = "objects/Line__c/fields/Note__c.field-meta.xml";
        changed(admin.delete("/local-org/schema/" + note));
        assertEquals("INVALID_FIELD", admin.query("SELECT Note__c FROM Line__c").code());
        assertEquals(List.of("3.0 Odd", "1.5 null"), values("Units__c, State__c"));
        assertEquals(404, admin.get("/local-org/schema/" + note).status());
        assertEquals(
                false,
                admin.get("/local-org/schema/permissionsets/Shop_Integration.permissionset-meta.xml")
                        .raw()
                        .body()
                        .contains("Note__c"));
        changed(put(note, field("Note__c", TEXT)));
        assertEquals(List.of("null", "null"), values("Note__c"));
        refused(
                "objects/Deal__c/fields/Sum__c.field-meta.xml: there is no field Line__c.Units__c to roll up",
                admin.delete("/local-org/schema/" + UNITS));
        refused(
                "objects/Account/fields/Name.field-meta.xml: there is nothing of that name to take away",
                admin.delete("/local-org/schema/objects/Account/fields/Name.field-meta.xml"));
    }

    @Test
    void a_renamed_field_keeps_its_values_and_whatever_mentions_it_follows() {
        changed(admin.post("/local-org/schema/rename", "{'field':'Line__c.Units__c','to':'Quantity__c'}"));
        assertEquals(List.of("3.0 6.0", "1.5 3.0"), values("Quantity__c, Twice__c"));
        assertEquals(
                "INVALID_FIELD", admin.query("SELECT Units__c FROM Line__c").code());
        line("'Quantity__c':10");
        assertEquals(List.of("14.5"), admin.first("SELECT Sum__c FROM Deal__c"));
        assertEquals(
                "[NO_MINUS] refused",
                admin.post(API + "/sobjects/Line__c", "{'Deal__c':'" + deal + "','Quantity__c':-1}")
                        .message());
        assertTrue(described(Client.as("integration", org)).contains("Quantity__c"));
        changed(admin.post("/local-org/schema/rename", "{'field':'Deal__c.Sum__c','to':'Total__c'}"));
        assertEquals(List.of("0.21", "0.1", "0.69"), values("Share__c"));
        changed(admin.post("/local-org/schema/rename", "{'field':'Line__c.Deal__c','to':'Bargain__c'}"));
        assertEquals(
                List.of("0.21 A deal"),
                List.of(values("Share__c").get(0) + " "
                        + admin.query("SELECT Bargain__r.Name FROM Line__c")
                                .body()
                                .at("/records/0/Bargain__r/Name")
                                .asText()));
        refused(
                "Line__c.Nothing__c: there is no such field to rename",
                admin.post("/local-org/schema/rename", "{'field':'Line__c.Nothing__c','to':'Some__c'}"));
        refused(
                "Line__c.Note__c: cannot be called State__c: there is such a field already",
                admin.post("/local-org/schema/rename", "{'field':'Line__c.Note__c','to':'State__c'}"));
    }

    @Test
    void a_type_changes_where_salesforce_keeps_the_values_and_is_refused_where_it_loses_one() {
        String note = "objects/Line__c/fields/Note__c.field-meta.xml";
        String state = "objects/Line__c/fields/State__c.field-meta.xml";
        String first =
                admin.first("SELECT Id FROM Line__c WHERE Note__c = 'three'").get(0);
        refused(
                note
                        + ": Salesforce keeps no value of Line__c.Note__c when its type string becomes double, and the row "
                        + first + " holds one; clear the field first",
                put(note, field("Note__c", NUMBER)));
        assertEquals(List.of("three", "more"), values("Note__c"));
        refused(
                note + ": is too small for what the row " + first + " holds",
                put(note, field("Note__c", "<length>4</length><type>Text</type>")));
        changed(put(state, field("State__c", TEXT)));
        assertEquals(List.of("Odd", "null"), values("State__c"));
        changed(put(UNITS, field("Units__c", "<precision>12</precision><scale>3</scale><type>Currency</type>")));
        assertEquals(List.of("3.0 6.0", "1.5 3.0"), values("Units__c, Twice__c"));
        refused(
                UNITS + ": a computed field cannot become an entered one, nor the other way; remove it first",
                put(UNITS, field("Units__c", "<formula>1</formula>" + NUMBER)));
        for (String id : List.of(
                first,
                admin.first("SELECT Id FROM Line__c WHERE Note__c = 'more'").get(0))) {
            assertEquals(
                    204,
                    admin.patch(API + "/sobjects/Line__c/" + id, "{'Note__c':null}")
                            .status());
        }
        changed(put(note, field("Note__c", NUMBER)));
        line("'Note__c':7");
        assertEquals(List.of("null", "null", "7.0"), values("Note__c"));
    }

    @Test
    void a_picklist_that_becomes_restricted_refuses_what_rows_still_hold() {
        changed(put(
                "objects/Line__c/fields/State__c.field-meta.xml", field("State__c", picklist(true, "Open", "Done"))));
        assertEquals(List.of("Odd", "null"), values("State__c"));
        assertEquals(
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                admin.post(API + "/sobjects/Line__c", "{'Deal__c':'" + deal + "','State__c':'Odd'}")
                        .code());
    }

    @Test
    void a_right_that_is_taken_away_is_gone_for_those_who_are_logged_in() {
        Client integration = Client.as("integration", org);
        assertTrue(described(integration).contains("Units__c"));
        String path = "permissionsets/Shop_Integration.permissionset-meta.xml";
        String now = admin.get("/local-org/schema/" + path).raw().body();
        changed(put(
                path,
                now.replace(
                        "<editable>true</editable><field>Line__c.Units__c</field><readable>true",
                        "<editable>false</editable><field>Line__c.Units__c</field><readable>false")));
        assertEquals(false, described(integration).contains("Units__c"));
        assertEquals(
                "INVALID_FIELD",
                integration.query("SELECT Units__c FROM Line__c").code());
        assertTrue(described(integration).contains("Note__c"));
    }

    @Test
    void all_files_of_a_call_are_taken_or_none() throws IOException {
        String good = "objects/Line__c/fields/Good__c.field-meta.xml";
        String bad = "objects/Line__c/fields/Bad__c.field-meta.xml";
        refused(
                bad + ": the formula cannot be used: there is no field Nothing__c on Line__c (at character 1)",
                admin.send(
                        "POST",
                        "/local-org/schema",
                        "application/json",
                        Client.JSON.writeValueAsString(Map.of(
                                good, field("Good__c", TEXT),
                                bad, field("Bad__c", "<formula>Nothing__c</formula><type>Text</type>")))));
        assertEquals(false, described(admin).contains("Good__c"));
        assertEquals("0", admin.get("/local-org/schema").body().path("changes").asText());
        HttpResponse<String> zip = zip(Map.of(
                "force-app/main/default/" + good,
                field("Good__c", TEXT),
                "force-app/main/default/" + bad,
                field("Bad__c", TEXT),
                "package.xml",
                "<Package/>"));
        assertEquals(200, zip.statusCode(), zip.body());
        assertTrue(described(admin).containsAll(List.of("Good__c", "Bad__c")));
        refused(
                "objects/Line__c/fields/Good__c.xml: is no path of a metadata file such as objects/X__c/X__c.object-meta.xml",
                put("objects/Line__c/fields/Good__c.xml", field("Good__c", TEXT)));
        refused(
                "There is no file in the body whose name ends in -meta.xml.",
                admin.send("POST", "/local-org/schema", "application/json", "{}"));
    }

    private HttpResponse<String> zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        URI address = org.uri().resolve("/local-org/schema");
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(address)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join();
    }

    @Test
    void a_roll_up_that_is_new_counts_the_rows_that_were_there() {
        changed(put(
                "objects/Deal__c/fields/Most__c.field-meta.xml",
                field("Most__c", sum("Units__c").replace("sum<", "max<"))));
        assertEquals(List.of("3.0", "4.5"), admin.first("SELECT Most__c, Sum__c FROM Deal__c"));
        line("'Units__c':9");
        assertEquals(List.of("9.0", "13.5"), admin.first("SELECT Most__c, Sum__c FROM Deal__c"));
    }

    @Test
    void an_object_that_is_new_leaves_the_ids_of_all_others_alone() {
        changed(put(
                "objects/Batch__c/Batch__c.object-meta.xml",
                xml(
                        "CustomObject",
                        "<label>Batch</label><nameField><label>No</label><displayFormat>B-{000}</displayFormat>"
                                + "<type>AutoNumber</type></nameField><pluralLabel>Batches</pluralLabel>")));
        String batch = admin.create("Batch__c", "{}");
        assertEquals(List.of("B-001"), admin.first("SELECT Name FROM Batch__c"));
        assertEquals(deal, admin.first("SELECT Id FROM Deal__c").get(0));
        assertEquals(200, admin.get(API + "/sobjects/Deal__c/" + deal).status());
        assertTrue(!batch.substring(0, 3).equals(deal.substring(0, 3)));
        String next = admin.create("Deal__c", "{'Name':'Next'}");
        assertTrue(next.compareTo(deal) > 0, next);
        changed(admin.delete("/local-org/schema/objects/Batch__c/Batch__c.object-meta.xml"));
        assertEquals("INVALID_TYPE", admin.query("SELECT Id FROM Batch__c").code());
    }

    @Test
    void a_reset_brings_the_schema_of_the_start_back() {
        changed(put("objects/Line__c/fields/Due__c.field-meta.xml", field("Due__c", "<type>Date</type>")));
        assertEquals(204, admin.post("/local-org/reset", "").status());
        assertEquals(false, described(admin).contains("Due__c"));
        assertEquals("0", admin.get("/local-org/schema").body().path("changes").asText());
    }

    @Test
    void the_data_file_keeps_rows_and_schema() {
        org.close();
        LocalOrgOptions options = LocalOrgOptions.of(project.folder()).withData(folder.resolve("rows"));
        begin(options);
        deal = admin.create("Deal__c", "{'Name':'A deal'}");
        line("'Units__c':3,'Note__c':'three'");
        changed(admin.post("/local-org/schema/rename", "{'field':'Line__c.Units__c','to':'Quantity__c'}"));
        changed(put(
                "objects/Batch__c/Batch__c.object-meta.xml",
                xml("CustomObject", "<label>Batch</label><nameField><label>No</label><type>Text</type></nameField>")));
        String batch = admin.create("Batch__c", "{'Name':'First'}");
        line("'Quantity__c':4");
        org.close();
        begin(options);
        assertEquals(List.of("3.0 6.0", "4.0 8.0"), values("Quantity__c, Twice__c"));
        assertEquals(List.of(batch, "First"), admin.first("SELECT Id, Name FROM Batch__c"));
        assertEquals(List.of("7.0"), admin.first("SELECT Sum__c FROM Deal__c"));
        assertEquals("2", admin.get("/local-org/schema").body().path("changes").asText());
    }

    @Test
    void a_cursor_of_another_schema_is_invalid() {
        StringBuilder all = new StringBuilder();
        for (int record = 0; record < 200; record++) {
            all.append(record == 0 ? "" : ",").append("{'attributes':{'type':'Line__c'},'Deal__c':'" + deal + "'}");
        }
        assertEquals(
                200,
                admin.post(API + "/composite/sobjects", "{'records':[" + all + "]}")
                        .status());
        String next = admin.get(API + "/query?q=SELECT+Id+FROM+Line__c", "Sforce-Query-Options", "batchSize=200")
                .body()
                .path("nextRecordsUrl")
                .asText();
        assertEquals(200, admin.get(next).status());
        changed(put("objects/Line__c/fields/Due__c.field-meta.xml", field("Due__c", "<type>Date</type>")));
        assertEquals("INVALID_QUERY_LOCATOR", admin.get(next).code());
    }

    @Test
    void a_bulk_job_goes_on_under_the_new_schema() {
        Answer job = admin.post(API + "/jobs/ingest", "{'object':'Line__c','operation':'insert'}");
        String path = API + "/jobs/ingest/" + job.body().path("id").asText();
        admin.csv("PUT", path + "/batches", "Deal__c,Due__c\n" + deal + ",2026-05-01\n");
        changed(put("objects/Line__c/fields/Due__c.field-meta.xml", field("Due__c", "<type>Date</type>")));
        admin.patch(path, "{'state':'UploadComplete'}");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !List.of("UploadComplete", "InProgress")
                        .contains(admin.get(path).body().path("state").asText()));
        assertEquals(
                List.of("null", "null", "2026-05-01"),
                values("Due__c"),
                admin.get(path).raw().body());
    }

    @Test
    void a_reader_sees_the_old_schema_or_the_new_one_and_no_save_is_lost() {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            int saved = 0;
            while (!over.get()) {
                line("'Note__c':'w'");
                saved++;
            }
            return saved;
        });
        CompletableFuture<TreeSet<String>> reader = CompletableFuture.supplyAsync(() -> {
            TreeSet<String> seen = new TreeSet<>();
            while (!over.get()) {
                TreeSet<String> fields = described(admin);
                fields.retainAll(List.of("One__c", "Other__c"));
                seen.add(String.join(" ", fields));
            }
            return seen;
        });
        String one = "objects/Line__c/fields/One__c.field-meta.xml";
        String other = "objects/Line__c/fields/Other__c.field-meta.xml";
        changed(put(one, field("One__c", TEXT)));
        for (int round = 0; round < 20; round++) {
            String comes = round % 2 == 0 ? other : one;
            String goes = round % 2 == 0 ? one : other;
            String name = round % 2 == 0 ? "Other__c" : "One__c";
            changed(admin.send(
                    "POST", "/local-org/schema", "application/json", mapped(comes, field(name, TEXT), goes)));
        }
        over.set(true);
        TreeSet<String> seen = reader.join();
        seen.remove("");
        assertEquals(true, List.of("One__c", "Other__c").containsAll(seen), seen.toString());
        assertEquals(2 + writer.join(), values("Id").size());
    }

    private static String mapped(String comes, String text, String goes) {
        return Client.JSON.createObjectNode().put(comes, text).putNull(goes).toString();
    }
}
