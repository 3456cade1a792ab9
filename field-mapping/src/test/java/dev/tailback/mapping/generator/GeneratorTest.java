package dev.tailback.mapping.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written around an org's lines, and what is refused before anything is written. */
class GeneratorTest {

    private static final String DEALS = """
            mapping: 1
            name: Deals
            contract:
              object: Deal__c
              fields: {number: Name, customer: Buyer__c, customerName: Buyer__r.Name, fulfilled: Stage__c}
              fulfilledWhen: [Done, Lost]
            contractProduct:
              object: Deal_Line__c
              listedAs: Lines__r
              fields: {contract: Deal__c, product: Item__c, unitsSold: Pieces__c, unitPrice: Price__c}
            """;

    private static final OrgObject BUYER = Described.object("Account").done();
    private static final OrgObject LINE = line(Described.object("Deal_Line__c").reference("Deal__c", true, "Deal__c"));

    /** A line that can be nothing but a detail of its deal. */
    private static final OrgObject DETAIL =
            line(Described.detail("Deal_Line__c").reference("Deal__c", false, "Deal__c"));

    private static OrgObject line(Described line) {
        return line.field("Item__c", "picklist")
                .field("Pieces__c", "double")
                .field("Price__c", "currency")
                .done();
    }

    private static OrgObject deal(String typeOfStage) {
        return Described.object("Deal__c")
                .reference("Buyer__c", true, "Account")
                .field("Stage__c", typeOfStage)
                .done();
    }

    private static OrgSchema org(OrgObject line) {
        return new OrgSchema(List.of(deal("picklist"), line, BUYER));
    }

    private static Generated generated(String mapping, OrgSchema org, Choice choice)
            throws MappingInvalid, GeneratorRefused {
        return Generator.generate(MappingYaml.readForNewUsage(mapping), org, choice);
    }

    private static List<String> reasons(String mapping, OrgSchema org, Choice choice) {
        return assertThrows(GeneratorRefused.class, () -> generated(mapping, org, choice))
                .reasons();
    }

    private static String file(Generated generated, String end) {
        return generated.files().stream()
                .filter(file -> file.path().endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + end))
                .content();
    }

    private static boolean has(Generated generated, String end) {
        return generated.files().stream().anyMatch(file -> file.path().endsWith(end));
    }

    @Test
    void usage_is_a_detail_of_a_line_of_the_org_s_own_and_counted_there() throws Exception {
        Generated generated = generated(DEALS, org(LINE), Choice.standard());
        String master = file(generated, "Product_Usage__c/fields/Deal_Line__c.field-meta.xml");
        assertTrue(master.contains("<type>MasterDetail</type>"), master);
        assertTrue(master.contains("<reparentableMasterDetail>true</reparentableMasterDetail>"), master);
        assertEquals(Optional.of("Consumed__c"), generated.mapping().find(Idea.CONSUMED));
        assertTrue(file(generated, "Deal_Line__c/fields/Available__c.field-meta.xml")
                .contains("<formula>Pieces__c - Consumed__c</formula>"));
        assertFalse(has(generated, "Units_Consumed__c.field-meta.xml"));
        assertTrue(generated.costs().toString().contains("Deal__c does not count the units of its lines"));
    }

    @Test
    void a_contract_whose_lines_are_its_details_counts_them_and_watches_the_race() throws Exception {
        Generated generated = generated(DEALS, org(DETAIL), Choice.standard());
        assertTrue(file(generated, "Deal__c/fields/Units_Consumed__c.field-meta.xml")
                .contains("<summarizedField>Deal_Line__c.Consumed__c</summarizedField>"));
        assertTrue(has(generated, "Tailback_Consumption_Frozen_When_Fulfilled.validationRule-meta.xml"));
        assertEquals(List.of(), generated.costs());
    }

    @Test
    void a_lookup_holds_its_line_and_counts_nothing() throws Exception {
        Generated generated = generated(DEALS, org(LINE), new Choice(Optional.empty(), "", true));
        String lookup = file(generated, "Product_Usage__c/fields/Deal_Line__c.field-meta.xml");
        assertTrue(lookup.contains("<deleteConstraint>Restrict</deleteConstraint>"), lookup);
        assertTrue(lookup.contains("<required>true</required>"), lookup);
        assertEquals(Optional.empty(), generated.mapping().find(Idea.CONSUMED));
        assertFalse(has(generated, "Usage_Count__c.field-meta.xml"));
        assertTrue(file(generated, "README.md").contains("Salesforce rolls up details only"));
    }

    @Test
    void names_are_the_admin_s() throws Exception {
        Generated generated = generated(DEALS, org(LINE), new Choice(Optional.of("Air_Time__c"), "Acme_", false));
        assertEquals("Air_Time__c", generated.mapping().object(Part.USAGE));
        assertTrue(has(generated, "objects/Deal_Line__c/fields/Acme_Consumed__c.field-meta.xml"));
        assertTrue(has(generated, "validationRules/Acme_Fulfilled_Is_Final.validationRule-meta.xml"));
        assertTrue(has(generated, "permissionsets/Air_Time_Integration.permissionset-meta.xml"));
        assertTrue(has(generated, "layouts/Air_Time__c-Air Time Layout.layout-meta.xml"));
    }

    @Test
    void the_finished_mapping_is_read_again_as_it_is() throws Exception {
        Generated generated = generated(DEALS, org(LINE), Choice.standard());
        assertEquals(generated.mapping(), MappingYaml.read(file(generated, "mapping.yaml")));
    }

    @Test
    void every_idea_of_usage_becomes_a_field() throws Exception {
        Generated generated = generated(DEALS, org(LINE), Choice.standard());
        for (Idea idea : Idea.of(Part.USAGE)) {
            assertTrue(
                    has(
                            generated,
                            "/Product_Usage__c/fields/" + generated.mapping().field(idea) + ".field-meta.xml"),
                    idea.path());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "picklist | [Done]             | ISPICKVAL(Deal_Line__r.Deal__r.Stage__c, &quot;Done&quot;)",
                "string   | [\"So \\\"done\\\" & gone\"] | Deal_Line__r.Deal__r.Stage__c = &quot;So \\&quot;done\\&quot; &amp; gone&quot;",
                "boolean  | true               | <formula>Deal_Line__r.Deal__r.Stage__c</formula>",
                "boolean  | false              | NOT(Deal_Line__r.Deal__r.Stage__c)",
                "multipicklist | [Done]        | INCLUDES(Deal_Line__r.Deal__r.Stage__c, &quot;Done&quot;)",
            })
    void the_lock_asks_the_org_s_own_field(String type, String values, String formula) throws Exception {
        OrgSchema org = new OrgSchema(List.of(deal(type), LINE, BUYER));
        Generated generated = generated(DEALS.replace("[Done, Lost]", values), org, Choice.standard());
        String locked = file(generated, "/Locked__c.field-meta.xml");
        assertTrue(locked.contains(formula), locked);
    }

    @Test
    void labels_of_the_org_break_no_file() throws Exception {
        OrgObject line = Described.object("Deal_Line__c")
                .reference("Deal__c", true, "Deal__c")
                .field("Item__c", "picklist")
                .field("Pieces__c", "double")
                .field("Price__c", "currency")
                .done("Lines <of> \"A\" & 'B'\u0000\n and a label that is far longer than Salesforce allows");
        String label = file(
                generated(DEALS, org(line), Choice.standard()), "Product_Usage__c/fields/Deal_Line__c.field-meta.xml");
        assertTrue(label.contains("<label>Lines &lt;of&gt; &quot;A&quot; &amp; &apos;B&apos; and a label"), label);
    }

    @Test
    void what_the_org_has_is_left_out_and_said() throws Exception {
        OrgObject line = line(Described.object("Deal_Line__c")
                .reference("Deal__c", true, "Deal__c")
                .computed("Consumed__c", "double"));
        Generated generated = generated(DEALS, org(line), Choice.standard());
        assertFalse(has(generated, "Consumed__c.field-meta.xml"));
        assertEquals(List.of("The field Deal_Line__c.Consumed__c is there already."), generated.kept());
        assertTrue(file(generated, "README.md").contains(generated.kept().get(0)));
    }

    @Test
    void a_field_that_people_fill_in_is_never_taken_for_a_count() {
        OrgObject line = line(Described.object("Deal_Line__c")
                .reference("Deal__c", true, "Deal__c")
                .field("Consumed__c", "double"));
        assertEquals(
                List.of("Deal_Line__c has a field Consumed__c already that people fill in: give a prefix, so that the "
                        + "computed one gets another name."),
                reasons(DEALS, org(line), Choice.standard()));
    }

    @Test
    void what_is_sold_must_be_in_the_org() {
        List<String> reasons = reasons(
                DEALS.replace("Pieces__c", "Amount__c").replace("Buyer__r.Name", "Buyer__r.Title"),
                org(LINE),
                Choice.standard());
        assertEquals(2, reasons.size(), reasons::toString);
        assertTrue(reasons.get(0).startsWith("contract.customerName is Buyer__r.Title, which the org does not show"));
        assertTrue(reasons.get(1).startsWith("contractProduct.unitsSold is Amount__c, which the org does not show"));
        assertTrue(reasons(DEALS, new OrgSchema(List.of(BUYER)), Choice.standard())
                .get(0)
                .startsWith("contract is the object Deal__c, which the org does not show"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "double", "boolean"})
    void a_status_that_cannot_be_asked_is_refused(String type) {
        OrgSchema org = new OrgSchema(List.of(deal(type), LINE, BUYER));
        assertTrue(reasons(DEALS, org, Choice.standard()).get(0).startsWith("contract.fulfilled is Stage__c of type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Usage",
                "../Usage__c",
                "pkg__Usage__c",
                "A__c__c",
                "Usage Row__c",
                "1Usage__c",
                "A_very_long_name_that_no_object_can_have__c"
            })
    void an_impossible_name_is_refused(String name) {
        assertTrue(reasons(DEALS, org(LINE), new Choice(Optional.of(name), "", false))
                .get(0)
                .startsWith("The usage object cannot be called so"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "a/b_", "acme__", "_", "A_prefix_far_too_long_"})
    void an_impossible_prefix_is_refused(String prefix) {
        assertTrue(reasons(DEALS, org(LINE), new Choice(Optional.empty(), prefix, false))
                .get(0)
                .startsWith("The prefix cannot be so"));
    }

    @Test
    void a_package_s_name_cannot_be_made() {
        String mapping = DEALS + """
                usage:
                  object: pkg__Use__c
                  fields: {externalId: pkg__Id__c, contractProduct: Line__c, units: Units__c, version: Version__c,
                    cancelled: Void__c, adReference: Ad__c}
                """;
        List<String> reasons = reasons(mapping, org(LINE), Choice.standard());
        assertTrue(reasons.get(0).startsWith("usage is the object pkg__Use__c"), reasons::toString);
        assertTrue(reasons.get(1).startsWith("usage.externalId is pkg__Id__c"), reasons::toString);
    }

    @Test
    void no_path_leads_out_of_the_directory() throws Exception {
        for (SourceFile file : generated(DEALS, org(DETAIL), Choice.standard()).files()) {
            assertTrue(
                    file.path().matches("[A-Za-z][A-Za-z0-9_ ./-]*")
                            && !file.path().contains(".."),
                    file.path());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OrderItem, Order_Item__c",
        "SBQQ__Subscription__c, Subscription__c",
        "Deal_Line__c, Deal_Line__c",
        "Asset, Asset__c"
    })
    void the_way_to_the_line_is_called_after_the_line(String line, String field) throws Exception {
        Mapping mapping = MappingYaml.readForNewUsage(DEALS.replace("object: Deal_Line__c", "object: " + line));
        assertEquals(field, mapping.field(Idea.CONTRACT_PRODUCT));
    }
}
