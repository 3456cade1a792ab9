package dev.tailback.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.mapping.CheckMapping;
import dev.tailback.app.testing.SchemaCopy;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.salesforce.ApiUsage;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of the org: each line holds on ours, and is shown not to hold on one that lacks it. */
class OrgChecksTest {

    @TempDir
    private Path directory;

    @Test
    void our_own_schema_has_nothing_broken_lost_or_to_be_looked_at() {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            List<Line> lines = rights(org, Mapping.tailback());

            assertEquals(
                    List.of("Contract", "Contract_Product__c", "Product_Usage__c"),
                    lines.stream().map(Line::about).toList(),
                    lines::toString);
            assertTrue(lines.stream().allMatch(line -> line.verdict().equals("held")), lines::toString);
        }
    }

    @Test
    void a_field_that_the_user_may_not_see_is_broken_and_its_object_is_not_called_sound() {
        try (LocalOrg org = new SchemaCopy(directory)
                .withhold("Product_Usage__c.Ad_Title__c")
                .start()) {
            List<Line> lines = rights(org, Mapping.tailback());

            Line broken = only(lines, "usage.adTitle");
            assertEquals("broken", broken.verdict());
            assertTrue(broken.mend().orElseThrow().contains("permission set"), broken::toString);
            assertTrue(lines.stream().noneMatch(line -> line.about().equals("Product_Usage__c")), lines::toString);
        }
    }

    @Test
    void a_field_that_the_user_may_only_read_is_broken() {
        try (LocalOrg org =
                new SchemaCopy(directory).freeze("Product_Usage__c.Units__c").start()) {
            Line broken = only(rights(org, Mapping.tailback()), "usage.units");

            assertEquals("broken", broken.verdict());
            assertTrue(broken.sentence().contains("may not fill"), broken::sentence);
        }
    }

    @Test
    void an_object_that_the_user_may_not_create_is_broken() {
        SchemaCopy schema = new SchemaCopy(directory)
                .change(
                        "permissionsets/Tailback_Integration.permissionset-meta.xml",
                        "<allowCreate>true</allowCreate>",
                        "<allowCreate>false</allowCreate>");
        try (LocalOrg org = schema.start()) {
            assertTrue(only(rights(org, Mapping.tailback()), "Product_Usage__c")
                    .sentence()
                    .contains("may not create"));
        }
    }

    @Test
    void an_external_id_that_is_not_unique_is_broken() {
        SchemaCopy schema = new SchemaCopy(directory)
                .change(
                        "objects/Product_Usage__c/fields/External_Id__c.field-meta.xml",
                        "<unique>true</unique>",
                        "<unique>false</unique>");
        try (LocalOrg org = schema.start()) {
            assertTrue(only(rights(org, Mapping.tailback()), "usage.externalId")
                    .sentence()
                    .contains("is not unique"));
        }
    }

    @Test
    void an_object_that_is_misspelt_is_found_with_the_name_that_was_meant() throws MappingInvalid, IOException {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Mapping misspelt =
                    MappingYaml.read(shipped().replace("object: Product_Usage__c", "object: Product_Usge__c"));

            Line broken = only(rights(org, misspelt), "Product_Usge__c");
            assertTrue(broken.sentence().contains("There is Product_Usage__c."), broken::sentence);
        }
    }

    @Test
    void who_signs_in_where_with_which_version_and_clock_is_told() {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Line login =
                    new LoginCheck(session(org, "local-org", "62.0")).look().get(0);
            assertEquals("held", login.verdict());
            assertTrue(login.sentence().contains("integration@tailback.local"), login::sentence);
            assertTrue(login.sentence().contains("the org Local Org, Developer Edition"), login::sentence);

            for (Line line : new VersionCheck(session(org, "local-org", "62.0")).look()) {
                assertEquals("held", line.verdict(), line::toString);
            }
            assertEquals(
                    "held",
                    new AllowanceCheck(session(org, "local-org", "62.0"))
                            .look()
                            .get(0)
                            .verdict());
        }
    }

    @Test
    void a_wrong_secret_is_a_broken_login_and_tells_no_secret() {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Line login =
                    new LoginCheck(session(org, "wrong-secret", "62.0")).look().get(0);

            assertEquals("broken", login.verdict());
            assertTrue(login.mend().orElseThrow().contains("LOGIN_REFUSED"), login::toString);
            assertTrue(!login.toString().contains("wrong-secret"), login::toString);
            Line rights = new RightsCheck(Mapping::tailback, new CheckMapping(session(org, "wrong-secret", "62.0")))
                    .look()
                    .get(0);
            assertEquals("unknown", rights.verdict());
        }
    }

    @Test
    void an_org_that_cannot_be_reached_is_a_broken_login_and_leaves_the_rest_unknown() {
        SalesforceSession nowhere = new SalesforceSession(
                SalesforceConfiguration.of("http://127.0.0.1:1", "tailback", "local-org", "62.0"), Clock.systemUTC());

        assertEquals("broken", new LoginCheck(nowhere).look().get(0).verdict());
        assertEquals("unknown", new VersionCheck(nowhere).look().get(0).verdict());
        assertEquals("unknown", new AllowanceCheck(nowhere).look().get(0).verdict());
    }

    @Test
    void a_version_that_the_org_does_not_offer_is_broken() {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Line version =
                    new VersionCheck(session(org, "local-org", "99.0")).look().get(0);

            assertEquals("broken", version.verdict());
            assertTrue(version.sentence().contains("v99.0"), version::sentence);
        }
    }

    @Test
    void a_clock_that_is_far_off_is_told() {
        try (LocalOrg org = new SchemaCopy(directory).start()) {
            Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-30));
            Line clock = new VersionCheck(new SalesforceSession(configuration(org, "local-org", "62.0"), late))
                    .look()
                    .get(1);

            assertEquals("hint", clock.verdict());
            assertTrue(clock.sentence().contains("behind"), clock::sentence);
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 100, broken", "95, 100, hint", "50, 100, held"})
    void the_calls_that_are_left_decide(long used, long limit, String verdict) {
        assertEquals(verdict, AllowanceCheck.judged(new ApiUsage(used, limit)).verdict());
    }

    private static List<Line> rights(LocalOrg org, Mapping mapping) {
        return new RightsCheck(() -> mapping, new CheckMapping(session(org, "local-org", "62.0"))).look();
    }

    private static SalesforceSession session(LocalOrg org, String secret, String version) {
        return new SalesforceSession(configuration(org, secret, version), Clock.systemUTC());
    }

    private static SalesforceConfiguration configuration(LocalOrg org, String secret, String version) {
        return SalesforceConfiguration.of(org.uri().toString(), "tailback", secret, version);
    }

    private static Line only(List<Line> lines, String about) {
        List<Line> found =
                lines.stream().filter(line -> line.about().equals(about)).toList();
        assertEquals(1, found.size(), lines::toString);
        return found.get(0);
    }

    private static String shipped() throws IOException {
        try (InputStream file = Mapping.class.getResourceAsStream("shipped.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
