package dev.tailback.localorg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seed plans as other projects write them. */
class SeedTest {

    @TempDir
    private Path folder;

    private Path seed;

    @BeforeEach
    void project() throws IOException {
        SmallProject project = new SmallProject(folder.resolve("source"));
        project.object("Shop__c", "<sharingModel>ReadWrite</sharingModel>");
        project.field("Shop__c", "Place__c", "<scale>5</scale><type>Location</type>");
        project.object("Shelf__c", "<sharingModel>ControlledByParent</sharingModel>");
        project.field("Shelf__c", "Shop__c", """
                <referenceTo>Shop__c</referenceTo><relationshipName>Shelves</relationshipName>
                <relationshipOrder>0</relationshipOrder><type>MasterDetail</type>""");
        seed = Files.createDirectory(folder.resolve("seed"));
        write(
                "shop-data-plan.json",
                "[{'sobject':'Account','files':['accounts.json']},{'sobject':'Shop__c','files':['shops.json']}]");
        write("accounts.json", """
                {'records':[{'attributes':{'type':'Account','referenceId':'One'},'Name':'Harbour',
                 'Contacts':{'records':[{'attributes':{'type':'Contact','referenceId':'Ada'},'LastName':'Lund',
                  'Cases':{'records':[{'attributes':{'type':'Case','referenceId':'C'},'Subject':'Leak'}]}}]}},
                 {'attributes':{'type':'Account','referenceId':'Two'},'Name':'Pier'}]}""");
        write("shops.json", """
                {'records':[{'attributes':{'type':'Shop__c','referenceId':'S'},'Name':'Ropes',
                 'Place__Latitude__s':53.5,'Place__Longitude__s':10.0,
                 'Shelves__r':{'records':[{'attributes':{'type':'Shelf__c','referenceId':'A'},'Name':'A'}]}}]}""");
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(seed.resolve(name), json.replace('\'', '"'));
    }

    private LocalOrg start(Path plan) {
        return LocalOrg.start(LocalOrgOptions.of(folder.resolve("source")).withSeed(plan));
    }

    @Test
    void a_plan_of_any_name_with_children_inside_their_parents_is_imported() {
        try (LocalOrg org = start(seed)) {
            Client admin = Client.as("admin", org);
            assertEquals(List.of("Leak"), admin.first("SELECT Subject FROM Case"));
            assertEquals(
                    "Harbour",
                    admin.query("SELECT Contact.Account.Name FROM Case")
                            .body()
                            .at("/records/0/Contact/Account/Name")
                            .asText());
            assertEquals(
                    "Ropes",
                    admin.query("SELECT Shop__r.Name FROM Shelf__c")
                            .body()
                            .at("/records/0/Shop__r/Name")
                            .asText());
        }
    }

    @Test
    void a_plan_may_be_named_itself_and_must_be_where_there_are_two() throws IOException {
        write("other-plan.json", "[{'sobject':'Account','files':['accounts.json']}]");
        assertEquals(
                "The seed directory " + seed + " must hold one plan, and there are several; name one of ["
                        + seed.resolve("other-plan.json") + ", " + seed.resolve("shop-data-plan.json") + "].",
                assertThrows(IllegalArgumentException.class, () -> start(seed)).getMessage());
        try (LocalOrg org = start(seed.resolve("other-plan.json"))) {
            assertEquals(List.of("Harbour"), Client.as("admin", org).first("SELECT Name FROM Account ORDER BY Name"));
        }
    }
}
