package dev.tailback.app.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.SchemaCopy;
import dev.tailback.localorg.LocalOrg;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user of sales sees of the product's figures. */
class SalesPromiseTest {

    private static final String SALES = "permissionsets/Tailback_Sales.permissionset-meta.xml";

    @TempDir
    private Path directory;

    @Test
    void sales_sees_the_figures_with_a_password_and_with_a_token() {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            TriedOrg tried = TriedOrg.bare(org);
            Seen byPassword = look(tried.seenBy("sales"));
            Seen byToken = look(tried.seenWith(tried.token("sales")));

            assertEquals(Seen.Verdict.HELD, byPassword.verdict(), byPassword::evidence);
            assertTrue(byPassword.evidence().startsWith("sales@tailback.local sees consumed 0, available "));
            assertEquals(byPassword, byToken);
        }
    }

    @Test
    void a_field_that_is_hidden_from_sales_is_named_in_the_words_of_salesforce() {
        SchemaCopy schema = new SchemaCopy(directory)
                .change(
                        SALES,
                        "<readable>true</readable>(\\s*</fieldPermissions>\\s*<fieldPermissions>\\s*<editable>false"
                                + "</editable>\\s*<field>Contract_Product__c\\.Consumed__c)",
                        "<readable>false</readable>$1");
        try (LocalOrg org = schema.start()) {
            Seen seen = look(TriedOrg.bare(org).seenBy("sales"));

            assertEquals(Seen.Verdict.NOT_HELD, seen.verdict(), seen::evidence);
            assertTrue(seen.evidence().contains("available not: INVALID_FIELD"), seen::evidence);
        }
    }

    @Test
    void sales_without_the_right_to_the_object_sees_nothing() {
        SchemaCopy schema = new SchemaCopy(directory)
                .change(
                        SALES,
                        "(?s)<allowCreate>true</allowCreate>\\s*<allowDelete>false</allowDelete>\\s*<allowEdit>true"
                                + "</allowEdit>\\s*<allowRead>true</allowRead>(\\s*<modifyAllRecords>false"
                                + "</modifyAllRecords>\\s*<object>Contract_Product__c)",
                        "<allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit>"
                                + "<allowRead>false</allowRead>$1");
        try (LocalOrg org = schema.start()) {
            Seen seen = look(TriedOrg.bare(org).seenBy("sales"));

            assertEquals(Seen.Verdict.NOT_HELD, seen.verdict(), seen::evidence);
            assertTrue(seen.evidence().contains("consumed not: INVALID_TYPE"), seen::evidence);
        }
    }

    @Test
    void who_is_nobody_of_sales_proves_nothing() {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            notTried(look(TriedOrg.bare(org)), "give one with --sales-user");
            notTried(look(TriedOrg.bare(org).seenBy("integration")), "is the integration user itself");
            notTried(look(TriedOrg.bare(org).seenBy("nobody")), "The sales user cannot sign in: ");
            notTried(
                    look(TriedOrg.bare(org).seenWith("no-token")),
                    "A token of that user that has ended needs a new one.");
        }
    }

    private static void notTried(Seen seen, String why) {
        assertEquals(Seen.Verdict.NOT_TRIED, seen.verdict(), seen::evidence);
        assertTrue(seen.evidence().contains(why), seen::evidence);
    }

    private static Seen look(TriedOrg tried) {
        Notebook notes = tried.notes();
        new SalesPromise(tried.experiment(), notes, tried.sales()).run();
        return notes.seen().get(0);
    }
}
