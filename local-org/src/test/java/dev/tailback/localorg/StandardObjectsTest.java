package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The objects that every org has, in a project that hangs an object of its own under order products. */
class StandardObjectsTest {

    private LocalOrg org;
    private Client admin;
    private String account;

    @BeforeEach
    void start(@TempDir Path folder) {
        SmallProject project = new SmallProject(folder);
        project.object("Used__c", "<sharingModel>ControlledByParent</sharingModel>");
        project.field("Used__c", "Line__c", """
                <referenceTo>OrderItem</referenceTo><relationshipName>Uses</relationshipName>
                <relationshipOrder>0</relationshipOrder><type>MasterDetail</type>""");
        project.field("Used__c", "Pieces__c", "<precision>9</precision><scale>0</scale><type>Number</type>");
        project.field("OrderItem", "Used__c", """
                <summarizedField>Used__c.Pieces__c</summarizedField>
                <summaryForeignKey>Used__c.Line__c</summaryForeignKey><summaryOperation>sum</summaryOperation>
                <type>Summary</type>""");
        project.field("Order", "Pieces__c", """
                <summarizedField>OrderItem.Quantity</summarizedField>
                <summaryForeignKey>OrderItem.OrderId</summaryForeignKey><summaryOperation>sum</summaryOperation>
                <type>Summary</type>""");
        org = LocalOrg.start(LocalOrgOptions.of(folder));
        admin = Client.as("admin", org);
        account = admin.create("Account", "{'Name':'Harbour Ltd'}");
    }

    @AfterEach
    void stop() {
        org.close();
    }

    private String order() {
        return admin.create("Order", "{'AccountId':'" + account + "','EffectiveDate':'2026-05-01'}");
    }

    private String entry() {
        String product = admin.create("Product2", "{'Name':'Buoy','ProductCode':'B-1','IsActive':true}");
        String book =
                admin.first("SELECT Id FROM Pricebook2 WHERE IsStandard = true").get(0);
        return admin.create(
                "PricebookEntry",
                "{'Pricebook2Id':'" + book + "','Product2Id':'" + product + "','UnitPrice':12.5,'IsActive':true}");
    }

    private String item(String order, String more) {
        return admin.create("OrderItem", "{'OrderId':'" + order + "'," + more + "}");
    }

    @Test
    void an_order_is_numbered_and_counts_its_products() {
        String order = order();
        String entry = entry();
        String first = item(order, "'PricebookEntryId':'" + entry + "','Quantity':4");
        item(order, "'Quantity':2,'UnitPrice':100,'Description':'by hand'");
        assertEquals(
                List.of("00000100", "Draft", "Draft", "250.0", "6.0"),
                admin.first("SELECT OrderNumber, Status, StatusCode, TotalAmount, Pieces__c FROM Order"));
        assertEquals(
                List.of("0000000100", "50.0", "12.5", "12.5"),
                admin.first("SELECT OrderItemNumber, TotalPrice, UnitPrice, ListPrice FROM OrderItem WHERE Id = '"
                        + first + "'"));
        JsonNode lines = admin.query(
                        "SELECT Id, (SELECT Product2.Name FROM OrderItems ORDER BY OrderItemNumber) FROM Order")
                .body()
                .at("/records/0/OrderItems");
        assertEquals("Buoy", lines.at("/records/0/Product2/Name").asText());
        assertTrue(lines.at("/records/1/Product2").isNull(), lines.toString());
        assertEquals(
                "Harbour Ltd",
                admin.query("SELECT Order.Account.Name FROM OrderItem LIMIT 1")
                        .body()
                        .at("/records/0/Order/Account/Name")
                        .asText());
    }

    @Test
    void what_an_object_of_the_project_counts_on_an_order_product_leaves_the_order_as_it_is() {
        String order = order();
        String line = item(order, "'Quantity':10,'UnitPrice':3");
        String before = admin.first("SELECT SystemModstamp FROM Order").get(0);
        admin.create("Used__c", "{'Name':'U','Line__c':'" + line + "','Pieces__c':4}");
        assertEquals(List.of("4.0", "10.0"), admin.first("SELECT Used__c, Quantity FROM OrderItem"));
        assertEquals(List.of("30.0", before), admin.first("SELECT TotalAmount, SystemModstamp FROM Order"));
    }

    @Test
    void an_active_order_can_become_a_draft_again_and_cannot_be_deleted() {
        String order = order();
        String path = API + "/sobjects/Order/" + order;
        assertEquals(
                "FIELD_INTEGRITY_EXCEPTION",
                admin.post(API + "/sobjects/Order", "{'EffectiveDate':'2026-05-01','Status':'Activated'}")
                        .code());
        assertEquals(204, admin.patch(path, "{'Status':'Activated'}").status());
        assertEquals("Activated", admin.first("SELECT StatusCode FROM Order").get(0));
        assertEquals("DELETE_FAILED", admin.delete(path).code());
        assertEquals(204, admin.patch(path, "{'Status':'Draft'}").status());
        assertEquals(List.of("Draft", "null"), admin.first("SELECT StatusCode, ActivatedDate FROM Order"));
        assertEquals(204, admin.delete(path).status());
    }

    @Test
    void describe_shows_the_relationships_under_their_real_names() {
        assertEquals("cascade OrderItems", childOf("Order", "OrderItem", "OrderId"));
        assertEquals("Orders", childOf("Account", "Order", "AccountId"));
        assertEquals("Orders", childOf("Contract", "Order", "ContractId"));
        assertEquals("cascade Uses__r", childOf("OrderItem", "Used__c", "Line__c"));
        JsonNode master = field("OrderItem", "OrderId");
        assertEquals(
                List.of("false", "null", "false", "true", "false"),
                List.of(
                        master.path("cascadeDelete").asText(),
                        master.path("relationshipOrder").asText(),
                        master.path("nillable").asText(),
                        master.path("createable").asText(),
                        master.path("updateable").asText()));
        assertEquals("false", field("Order", "TotalAmount").path("updateable").asText());
        assertEquals("combobox", field("Task", "Subject").path("type").asText());
    }

    private String childOf(String parent, String object, String field) {
        for (JsonNode child :
                admin.get(API + "/sobjects/" + parent + "/describe").body().path("childRelationships")) {
            if (child.path("childSObject").asText().equals(object)
                    && child.path("field").asText().equals(field)) {
                return (child.path("cascadeDelete").asBoolean() ? "cascade " : "")
                        + child.path("relationshipName").asText();
            }
        }
        return "none";
    }

    private JsonNode field(String object, String name) {
        JsonNode fields =
                admin.get(API + "/sobjects/" + object + "/describe").body().path("fields");
        return StreamSupport.stream(fields.spliterator(), false)
                .filter(field -> field.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_opportunity_takes_stages_of_its_own_and_knows_whether_it_is_won() {
        String rest = "'CloseDate':'2026-06-01','Amount':1000";
        admin.create("Opportunity", "{'Name':'A','StageName':'Closed Won'," + rest + "}");
        admin.create("Opportunity", "{'Name':'B','StageName':'Needs Analysis'," + rest + "}");
        admin.create("Opportunity", "{'Name':'C','StageName':'Our own stage'," + rest + ",'Probability':35}");
        String ask =
                "SELECT IsClosed, IsWon, ForecastCategory, Probability, ExpectedRevenue FROM Opportunity WHERE Name = ";
        assertEquals(List.of("true", "true", "Closed", "100.0", "1000.0"), admin.first(ask + "'A'"));
        assertEquals(List.of("false", "false", "Pipeline", "20.0", "200.0"), admin.first(ask + "'B'"));
        assertEquals(List.of("false", "false", "Pipeline", "35.0", "350.0"), admin.first(ask + "'C'"));
    }

    @Test
    void a_task_belongs_to_a_contact_or_a_lead_and_to_nearly_anything() {
        String lead = admin.create("Lead", "{'LastName':'Lund','FirstName':'Ada','Company':'Harbour'}");
        String contact = admin.create("Contact", "{'LastName':'Berg'}");
        String order = order();
        admin.create("Task", "{'Subject':'Call back','WhoId':'" + lead + "','WhatId':'" + order + "'}");
        admin.create("Task", "{'Subject':'Write','WhoId':'" + contact + "'}");
        Answer tasks = admin.query(
                "SELECT Who.Name, Who.Type, What.Type, Owner.Type, Status, IsClosed FROM Task ORDER BY Subject");
        JsonNode called = tasks.body().at("/records/0");
        assertEquals("Ada Lund", called.at("/Who/Name").asText(), tasks.body().toString());
        assertEquals("Lead", called.at("/Who/Type").asText());
        assertEquals("Lead", called.at("/Who/attributes/type").asText());
        assertEquals("Order", called.at("/What/Type").asText());
        assertEquals("User", called.at("/Owner/Type").asText());
        assertEquals("Not Started", called.path("Status").asText());
        assertEquals("Berg", tasks.body().at("/records/1/Who/Name").asText());
        assertEquals(
                "1",
                admin.query("SELECT Id FROM Task WHERE Who.Type = 'Lead' AND What.Type = 'Order'")
                        .body()
                        .path("totalSize")
                        .asText());
    }

    @Test
    void a_quote_adds_up_its_lines_and_goes_with_its_opportunity() {
        String opportunity =
                admin.create("Opportunity", "{'Name':'A','StageName':'Prospecting','CloseDate':'2026-06-01'}");
        String quote = admin.create("Quote", "{'Name':'Q','OpportunityId':'" + opportunity + "','Tax':5}");
        admin.create("QuoteLineItem", "{'QuoteId':'" + quote + "','Quantity':2,'UnitPrice':50,'Discount':10}");
        assertEquals(
                List.of("100.0", "90.0", "95.0", "1.0"),
                admin.first("SELECT Subtotal, TotalPrice, GrandTotal, LineItemCount FROM Quote"));
        admin.create(
                "OpportunityLineItem",
                "{'OpportunityId':'" + opportunity + "','PricebookEntryId':'" + entry() + "','Quantity':2}");
        assertEquals(
                List.of("A Buoy", "B-1", "25.0"),
                admin.first("SELECT Name, ProductCode, TotalPrice FROM OpportunityLineItem"));
        assertEquals(
                204, admin.delete(API + "/sobjects/Opportunity/" + opportunity).status());
        assertEquals(
                List.of("0", "0", "0"), List.of(count("Quote"), count("QuoteLineItem"), count("OpportunityLineItem")));
    }

    private String count(String object) {
        return admin.query("SELECT COUNT() FROM " + object)
                .body()
                .path("totalSize")
                .asText();
    }

    @Test
    void leads_cases_events_campaigns_and_assets_are_there_with_their_required_fields() {
        TreeSet<String> missing = new TreeSet<>();
        for (String object : List.of("Lead", "Case", "Event", "Campaign", "Asset", "Task", "PricebookEntry", "Quote")) {
            Answer refused = admin.post(API + "/sobjects/" + object, "{}");
            missing.add(object + " " + (refused.status() == 201 ? "created" : refused.message()));
        }
        assertEquals(
                List.of(
                        "Asset Required fields are missing: [Name]",
                        "Campaign Required fields are missing: [Name]",
                        "Case created",
                        "Event created",
                        "Lead Required fields are missing: [LastName, Company]",
                        "PricebookEntry Required fields are missing: [Pricebook2Id, Product2Id, UnitPrice]",
                        "Quote Required fields are missing: [Name, OpportunityId]",
                        "Task created"),
                List.copyOf(missing));
        assertEquals(List.of("00000100", "New", "false"), admin.first("SELECT CaseNumber, Status, IsClosed FROM Case"));
    }
}
