package dev.tailback.localorg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localorg.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final LocalOrg org = Orchard.start();
    private final Client browser = Client.nobody(org);

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void shows_contracts_objects_and_rows_with_their_details() {
        Client admin = Client.as("admin", org);
        admin.upsertTrees("{'Code__c':'<b>','Orchard__r':{'Code__c':'HILL'},'Apples__c':4}");
        assertTrue(browser.get("/").raw().body().contains("Cider House"));
        assertTrue(browser.get("/objects").raw().body().contains("Orchards"));
        assertTrue(browser.get("/objects/Orchard__c").raw().body().contains("Hill"));
        String region = admin.first("SELECT Id FROM Region__c").get(0);
        String page = browser.get("/records/" + region).raw().body();
        assertTrue(page.contains("T-0001") && page.contains("Hill"));
        assertTrue(page.contains("&lt;b&gt;") && !page.contains("<b>"));
        assertEquals(
                "/records/" + region,
                browser.get("/" + region).raw().headers().firstValue("location").orElse(""));
        assertEquals(404, browser.get("/records/x").status());
        assertEquals(404, browser.get("/nothing").status());
        assertEquals(200, browser.get("/style.css").status());
    }

    @Test
    void a_value_is_picked_as_a_person_and_a_refusal_is_shown() {
        Client admin = Client.as("admin", org);
        admin.upsertTrees("{'Code__c':'A','Orchard__r':{'Code__c':'HILL'}}");
        String tree = admin.first("SELECT Id FROM Tree__c").get(0);
        Answer picked = browser.form("/records/" + tree, "field=Kind__c&value=Pear&as=admin");
        assertEquals(303, picked.status());
        assertEquals("Pear", admin.first("SELECT Kind__c FROM Tree__c").get(0));
        Answer refused = browser.form("/records/" + tree, "field=Kind__c&value=Apple&as=sales");
        assertTrue(refused.raw().body().contains("insufficient access rights"));
        assertFalse(browser.form("/records/" + tree, "field=Note__c&value=x&as=admin")
                .raw()
                .body()
                .isEmpty());
        assertEquals("none", admin.first("SELECT Note__c FROM Tree__c").get(0));
    }
}
