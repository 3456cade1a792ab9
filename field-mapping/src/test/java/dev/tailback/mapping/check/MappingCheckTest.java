package dev.tailback.mapping.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.schema.OrgObject.ChildRelationship;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An org that keeps the mapping has nothing broken; each thing that is wrong is found, alone, with its mend. */
class MappingCheckTest {
    private static final String ORDERS = """
            mapping: 1
            name: Orders
            contract:
              object: Order
              fields: {number: OrderNumber, customer: AccountId, customerName: Account.Name, fulfilled: Status}
              fulfilledWhen: [Completed, Closed]
              only: {IsReductionOrder: false}
            contractProduct:
              object: OrderItem
              listedAs: OrderItems
              fields: {contract: OrderId, product: Product2.Name, unitsSold: Quantity, unitPrice: UnitPrice,
                consumed: Used__c}
            usage:
              object: Use__c
              fields: {externalId: Key__c, contractProduct: Line__c, units: Units__c, version: Version__c,
                cancelled: Void__c, adReference: Ad__c, adTitle: Title__c}
            """;

    @Test
    void an_org_that_keeps_the_mapping_has_nothing_broken_and_is_told_what_it_lacks() throws MappingInvalid {
        List<Finding> found = check(ORDERS, Described.orders());

        assertEquals(Set.of(Severity.LOSS), severities(found), found::toString);
        assertEquals(
                Set.of(
                        "contract.fulfilledOn",
                        "contract.endDate",
                        "contract.unitsConsumed",
                        "contractProduct.available",
                        "usage.serviceDate",
                        "usage.customerReference",
                        "usage.adLink",
                        "usage.locked"),
                about(found));
        Finding available = only(found, "contractProduct.available");
        assertTrue(available.sentence().contains(Idea.AVAILABLE.cost().orElseThrow()), available::sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number: OrderNumber      | number: OrderNumbr         | contract.number | There is OrderNumber.",
                "number: OrderNumber      | number: Colour__c          | contract.number | has no field Colour__c",
                "Account.Name             | AccountId.Name             | contract.customerName | of AccountId is Account",
                "Account.Name             | Acount.Name                | contract.customerName | There is Account.",
                "Account.Name             | Owner.Email                | contract.customerName | no field Email",
                "customer: AccountId      | customer: Status           | contract.customer | lookup",
                "fulfilled: Status        | fulfilled: EndDate         | contract.fulfilled | is of type date",
                "[Completed, Closed]      | [Completed, Close]         | contract.fulfilledWhen | There is Closed.",
                "[Completed, Closed]      | true                       | contract.fulfilledWhen | does not compare",
                "IsReductionOrder: false  | IsReductionOrder: Service  | contract.only.IsReductionOrder | is a checkbox",
                "IsReductionOrder: false  | EndDate: Service           | contract.only.EndDate | does not compare",
                "IsReductionOrder: false  | Owner.Type: true           | contract.only.Owner.Type | does not compare",
                "listedAs: OrderItems     | listedAs: Items            | contractProduct.listedAs | as OrderItems",
                "listedAs: OrderItems     | listedAs: ParentOrders     | contractProduct.listedAs | as OrderItems",
                "contract: OrderId        | contract: Product2Id       | contractProduct.contract | not to Order",
                "product: Product2.Name   | product: Product2Id        | contractProduct.product | is of type reference",
                "unitsSold: Quantity      | unitsSold: OrderId         | contractProduct.unitsSold | needs a number",
                "object: Use__c           | object: Used__c            | Used__c | sees no object Used__c",
                "units: Units__c          | units: Version__c          | usage.units, usage.version | One field",
            })
    void what_the_mapping_says_wrongly_is_found(String right, String wrong, String about, String said)
            throws MappingInvalid {
        assertTrue(ORDERS.contains(right), right);

        Finding found = broken(check(ORDERS.replace(right, wrong), Described.orders()), about);

        assertTrue(found.sentence().contains(said), found::sentence);
        assertFalse(found.mend().isBlank());
    }

    @Test
    void an_object_that_is_misspelt_is_named_as_it_should_be() throws MappingInvalid {
        List<Finding> found = MappingCheck.of(
                MappingYaml.read(ORDERS.replace("object: OrderItem", "object: OrderItm")),
                Described.orders().schema(),
                List.of("Order", "OrderItem", "Use__c"));

        assertTrue(broken(found, "OrderItm").sentence().endsWith("There is OrderItem."), found::toString);
    }

    @Test
    void an_object_that_the_user_may_not_write_is_found() throws MappingInvalid {
        Described org = Described.orders();
        org.object("Use__c").isWritable = false;

        assertTrue(broken(check(ORDERS, org), "Use__c").sentence().contains("may not create"));
    }

    @Test
    void an_object_on_the_way_that_the_user_may_not_see_is_found() throws MappingInvalid {
        Finding found = broken(check(ORDERS, Described.orders().without("Product2")), "contractProduct.product");

        assertTrue(found.mend().contains("Read on Product2"), found::mend);
    }

    @ParameterizedTest
    @CsvSource({
        "unfilled, may not fill Use__c.Units__c",
        "unchanged, may not change Use__c.Units__c",
        "computed, is computed",
        "short, holds 3 digits",
        "text, is of type string",
    })
    void a_written_field_that_cannot_take_every_value_is_found(String what, String said) throws MappingInvalid {
        Described org = Described.orders().with("Use__c", "Units__c", field -> {
            field.isCreateable = !what.equals("unfilled");
            field.isUpdateable = !what.equals("unchanged");
            field.isCalculated = what.equals("computed");
            field.precision = what.equals("short") ? 5 : 18;
            field.scale = what.equals("short") ? 2 : 0;
            field.type = what.equals("text") ? "string" : "double";
        });

        assertTrue(broken(check(ORDERS, org), "usage.units").sentence().contains(said));
    }

    @ParameterizedTest
    @CsvSource({
        "unique, is not unique",
        "external, is no external id",
        "short, holds 20 letters",
        "unfilterable, cannot be searched",
    })
    void an_external_id_that_is_no_key_is_found(String what, String said) throws MappingInvalid {
        Described org = Described.orders().with("Use__c", "Key__c", field -> {
            field.isUnique = !what.equals("unique");
            field.isExternalId = !what.equals("external");
            field.length = what.equals("short") ? 20 : 36;
            field.isFilterable = !what.equals("unfilterable");
        });

        assertTrue(broken(check(ORDERS, org), "usage.externalId").sentence().contains(said));
    }

    @Test
    void a_master_that_cannot_be_changed_is_found_because_an_upsert_repeats_it() throws MappingInvalid {
        Described org = Described.orders().with("Use__c", "Line__c", field -> field.isUpdateable = false);

        assertTrue(broken(check(ORDERS, org), "usage.contractProduct").mend().contains("Allow reparenting"));
    }

    @Test
    void a_text_that_is_too_short_is_found() throws MappingInvalid {
        Described org = Described.orders().with("Use__c", "Title__c", field -> field.length = 50);

        Finding found = broken(check(ORDERS, org), "usage.adTitle");
        assertTrue(found.sentence().contains("holds 50 letters") && found.mend().contains("200"), found::toString);
    }

    @Test
    void a_required_lookup_that_nothing_fills_is_found_and_other_required_fields_are_a_hint() throws MappingInvalid {
        Described org = Described.orders()
                .add("Use__c", "Second__c", "reference", field -> field.to("Second__r", "Account"))
                .add("Use__c", "Colour__c", "string", field -> {});

        List<Finding> found = check(ORDERS, org);
        assertTrue(broken(found, "Use__c.Second__c").sentence().contains("is required"));
        assertEquals(Severity.HINT, only(found, "Use__c.Colour__c").severity());
    }

    @Test
    void lines_that_an_order_does_not_list_are_found() throws MappingInvalid {
        Described org = Described.orders();
        org.object("Order").childless().child(new ChildRelationship(Optional.empty(), "OrderItem", "OrderId"));

        assertTrue(broken(check(ORDERS, org), "contractProduct.listedAs").mend().contains("child relationship name"));
    }

    @Test
    void what_works_and_deserves_a_look_is_a_hint() throws MappingInvalid {
        Described org = Described.orders()
                .with("Order", "Status", field -> field.isRestricted = false)
                .with("OrderItem", "Quantity", field -> field.isNillable = true)
                .with("OrderItem", "Used__c", field -> field.isCalculated = false)
                .with("Use__c", "Key__c", field -> field.isNillable = true)
                .with("Use__c", "Line__c", field -> field.isNillable = true);
        org.object("Order").isWritable = true;

        List<Finding> hints = check(ORDERS, org).stream()
                .filter(finding -> finding.severity() == Severity.HINT)
                .toList();

        assertEquals(
                Set.of(
                        "Order",
                        "contract.fulfilled",
                        "contractProduct.unitsSold",
                        "contractProduct.consumed",
                        "usage.externalId",
                        "usage.contractProduct"),
                about(hints));
    }

    @Test
    void names_are_the_same_in_any_case() throws MappingInvalid {
        String shouted = ORDERS.replace("OrderNumber", "ORDERNUMBER").replace("Product2.Name", "product2.NAME");

        assertEquals(Set.of(Severity.LOSS), severities(check(shouted, Described.orders())));
    }

    @Test
    void what_must_be_described_is_known_step_by_step() throws MappingInvalid {
        Mapping mapping =
                MappingYaml.read(ORDERS.replace("customerName: Account.Name", "customerName: Account.Parent.Name"));
        Described org =
                Described.orders().add("Account", "ParentId", "reference", field -> field.to("Parent", "Holding__c"));
        org.object("Holding__c").field("Name", "string", field -> {});

        Set<String> first = NeededObjects.of(mapping, new OrgSchema(List.of()));
        assertEquals(Set.of("Order", "OrderItem", "Use__c"), new TreeSet<>(first));
        Set<String> second = NeededObjects.of(mapping, org.schema(first));
        assertEquals(Set.of("Order", "OrderItem", "Use__c", "Account", "Product2"), new TreeSet<>(second));
        Set<String> third = NeededObjects.of(mapping, org.schema(second));
        assertTrue(third.contains("Holding__c"), third::toString);
        assertEquals(third, NeededObjects.of(mapping, org.schema(third)));
        assertEquals(Set.of(Severity.LOSS), severities(MappingCheck.of(mapping, org.schema(third))));
    }

    private static List<Finding> check(String mapping, Described org) throws MappingInvalid {
        return MappingCheck.of(MappingYaml.read(mapping), org.schema());
    }

    /** The only broken thing. */
    private static Finding broken(List<Finding> found, String about) {
        List<Finding> broken = found.stream()
                .filter(finding -> finding.severity() == Severity.BROKEN)
                .toList();
        assertEquals(Set.of(about), about(broken), broken::toString);
        return broken.get(0);
    }

    private static Finding only(List<Finding> found, String about) {
        return found.stream()
                .filter(finding -> finding.about().equals(about))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> about(List<Finding> found) {
        return new TreeSet<>(found.stream().map(Finding::about).toList());
    }

    private static Set<Severity> severities(List<Finding> found) {
        return Set.copyOf(found.stream().map(Finding::severity).toList());
    }
}
