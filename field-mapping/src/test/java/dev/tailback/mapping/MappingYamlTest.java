package dev.tailback.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping's file is read as it says, or every reason why it cannot be is told at once. */
class MappingYamlTest {
    private static final String ORDERS = """
            mapping: 1
            name: Orders
            contract:
              object: Order
              fields: {number: OrderNumber, customer: AccountId, customerName: Account.Name, fulfilled: Status}
              fulfilledWhen: [Completed, Closed]
              only: {RecordType.DeveloperName: Service, IsReductionOrder: false}
            contractProduct:
              object: OrderItem
              listedAs: OrderItems
              fields: {contract: OrderId, product: Product2.Name, unitsSold: Quantity, unitPrice: UnitPrice}
            usage:
              object: Use__c
              fields:
                externalId: Key__c
                contractProduct: Line__c
                units: Units__c
                version: Version__c
                cancelled: Void__c
                adReference: Ad__c
            """;

    @Test
    void the_shipped_mapping_has_every_idea() {
        Mapping shipped = Mapping.tailback();

        for (Idea idea : Idea.values()) {
            assertTrue(shipped.find(idea).isPresent(), idea.path());
        }
        assertEquals(List.of("Fulfilled"), shipped.fulfilledWhen());
    }

    @Test
    void a_foreign_mapping_is_read_as_it_says() throws MappingInvalid {
        Mapping orders = MappingYaml.read(ORDERS);

        assertEquals("OrderItem", orders.object(Part.CONTRACT_PRODUCT));
        assertEquals("OrderItems", orders.listedAs());
        assertEquals("Product2.Name", orders.field(Idea.PRODUCT));
        assertEquals(Optional.empty(), orders.find(Idea.CONSUMED));
        assertEquals(new Condition("Status", List.of("Completed", "Closed")), orders.fulfilled());
        assertEquals(
                List.of(
                        new Condition("IsReductionOrder", List.of("false")),
                        new Condition("RecordType.DeveloperName", List.of("Service"))),
                orders.only(Part.CONTRACT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mapping: 1              | mapping: 2           | 'mapping: 1' is missing
            units: Units__c         | unit: Units__c       | usage.fields has 'unit', which is not known there
            units: Units__c         | unit: Units__c       | usage.fields.units is missing
            number: OrderNumber     | number: Order Number | contract.number is 'Order Number': name a field
            Line__c                 | Line__r.Name         | usage.contractProduct is 'Line__r.Name': it must be a field of
            object: Order           | object: my order     | 'my order' is no API name
            [Completed, Closed]     | []                   | contract.fulfilledWhen must be one value or a list
            [Completed, Closed]     | [Completed, [x]]     | contract.fulfilledWhen must be one value or a list
            listedAs: OrderItems    | listedAs: [a]        | contractProduct.listedAs is missing
            name: Orders            | name: {a: b}         | name is missing
            Key__c                  | "Key__c' OR Id != '" | usage.externalId is
            cancelled: Void__c      | units: Void__c       | The file is no YAML
            usage:                  | usages:              | usage is missing
            """)
    void what_is_wrong_is_said_with_its_place(String right, String wrong, String reason) {
        MappingInvalid invalid =
                assertThrows(MappingInvalid.class, () -> MappingYaml.read(ORDERS.replace(right, wrong)));

        assertTrue(
                invalid.reasons().stream().anyMatch(sentence -> sentence.contains(reason)),
                () -> String.join("\n", invalid.reasons()));
    }

    @ParameterizedTest
    @CsvSource({"''", "just words", "[1]", "'a: &x [1, 2]\nb: *x'", "'!!java.net.URL [http://127.0.0.1]'"})
    void what_is_no_mapping_at_all_is_refused(String text) {
        assertThrows(MappingInvalid.class, () -> MappingYaml.read(text));
    }

    @Test
    void a_file_without_end_is_refused() {
        assertThrows(MappingInvalid.class, () -> MappingYaml.read("#".repeat(MappingYaml.LARGEST + 1)));
        assertThrows(MappingInvalid.class, () -> MappingYaml.read("[".repeat(MappingYaml.LARGEST)));
    }

    @Test
    void a_mapping_that_is_written_reads_as_the_same_one_without_what_is_left_out() throws MappingInvalid {
        Mapping fewer = Mapping.tailback().without(Set.of(Idea.AD_TITLE, Idea.END_DATE));

        assertEquals(fewer, MappingYaml.read(MappingYaml.write(fewer)));
        assertEquals(Mapping.tailback(), MappingYaml.read(MappingYaml.write(Mapping.tailback())));
        assertTrue(fewer.find(Idea.AD_TITLE).isEmpty());
    }
}
