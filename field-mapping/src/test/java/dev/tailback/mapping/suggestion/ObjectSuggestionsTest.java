package dev.tailback.mapping.suggestion;

import static dev.tailback.mapping.suggestion.Built.field;
import static dev.tailback.mapping.suggestion.Built.lookup;
import static dev.tailback.mapping.suggestion.Built.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgObject.ChildRelationship;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Objects are suggested by their names, and lines and usage by being children with a number of units. */
class ObjectSuggestionsTest {

    private static final List<String> OTHERS = List.of(
            "Account",
            "Contact",
            "Lead",
            "Case",
            "Campaign",
            "Product2",
            "Pricebook2",
            "PricebookEntry",
            "Task",
            "Event",
            "User",
            "Profile",
            "Group",
            "OrderHistory",
            "OrderShare",
            "OrderFeed",
            "OrderItemHistory",
            "ContractHistory",
            "ContractContactRole",
            "ContractStatus",
            "OpportunityStage",
            "OpportunityFieldHistory",
            "Report",
            "Solution",
            "Invoice__c",
            "Project__c",
            "Setting__mdt",
            "Signed__e",
            "EmailTemplate",
            "ContentVersion");

    @Test
    void the_object_of_contracts_is_among_the_candidates() {
        List<String> missed = OrgFile.of("tuning").stream()
                .filter(org -> !contracts(org).contains(name(org, Part.CONTRACT)))
                .map(OrgFile::name)
                .toList();

        assertEquals(List.of(), missed);
    }

    @Test
    void what_salesforce_keeps_beside_objects_is_none() {
        assertEquals(
                List.of(),
                objects(ObjectSuggestions.contracts(List.of("OrderHistory", "ContractFeed", "Order__mdt", "Lead"))));
    }

    @Test
    void a_child_with_a_number_of_units_comes_before_one_without() {
        OrgObject contract = Built.with(
                object("Contract"),
                child("Contract_Note__c"),
                child("Contract_Line__c"),
                child("Contract_Item__c"),
                new ChildRelationship(Optional.empty(), "Hidden_Line__c", "Contract__c"));
        OrgObject line = object("Contract_Line__c", lookup("Contract__c", "Contract"), field("Menge__c", "double"));
        OrgSchema described = new OrgSchema(List.of(
                object("Contract_Note__c"),
                object("Contract_Item__c", field("Price__c", "double")),
                line,
                object("Hidden_Line__c")));

        assertEquals(
                List.of("Contract_Line__c"),
                objects(ObjectSuggestions.children(Part.CONTRACT_PRODUCT, contract, described)).stream()
                        .limit(1)
                        .toList());
        assertTrue(!objects(ObjectSuggestions.children(Part.CONTRACT_PRODUCT, contract, described))
                .contains("Hidden_Line__c"));
        assertTrue(ObjectSuggestions.worthDescribing(Part.CONTRACT_PRODUCT, contract)
                .contains("Contract_Line__c"));
    }

    @Test
    void lines_and_usage_of_every_shape_are_found_among_the_children() {
        for (OrgFile org : OrgFile.of("tuning")) {
            OrgSchema described = new OrgSchema(List.copyOf(org.objects().values()));
            for (Part part : List.of(Part.CONTRACT_PRODUCT, Part.USAGE)) {
                OrgObject parent = Objects.requireNonNull(
                        org.objects().get(part == Part.USAGE ? Part.CONTRACT_PRODUCT : Part.CONTRACT));
                assertTrue(
                        objects(ObjectSuggestions.children(part, parent, described))
                                .contains(name(org, part)),
                        org.name() + " " + part);
            }
        }
    }

    @Test
    void lines_are_listed_by_the_relationship_of_the_reference_that_was_chosen() {
        OrgObject contract = Built.with(
                object("Contract"),
                new ChildRelationship(Optional.of("Renewed_Lines__r"), "Line__c", "Renewed__c"),
                new ChildRelationship(Optional.of("Lines__r"), "Line__c", "Contract__c"));

        assertEquals(
                Optional.of("Lines__r"), ObjectSuggestions.listedAs(contract, "Line__c", Optional.of("Contract__c")));
        assertEquals(Optional.empty(), ObjectSuggestions.listedAs(contract, "Other__c", Optional.empty()));
    }

    private static ChildRelationship child(String object) {
        return new ChildRelationship(Optional.of(object.replace("__c", "s__r")), object, "Contract__c");
    }

    private static List<String> contracts(OrgFile org) {
        return objects(ObjectSuggestions.contracts(Stream.concat(
                        OTHERS.stream(), Stream.of(Part.values()).map(part -> name(org, part)))
                .toList()));
    }

    private static String name(OrgFile org, Part part) {
        return Objects.requireNonNull(org.objects().get(part)).name();
    }

    private static List<String> objects(List<ObjectCandidate> candidates) {
        return candidates.stream().map(ObjectCandidate::object).toList();
    }
}
