package dev.tailback.mapping.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two mappings are compared place by place. */
class MappingChangeTest {

    @Test
    void a_mapping_does_not_differ_from_itself() {
        assertEquals(
                List.of(),
                MappingChange.between(Mapping.tailback(), Mapping.tailback()).differences());
    }

    @Test
    void another_field_another_value_and_a_new_condition_are_told_in_the_order_of_the_file() {
        Mapping other = shippedWith("units: Units__c", "units: Quantity__c")
                .with("fulfilledWhen: [Fulfilled]", "fulfilledWhen: [Done, Closed]\n  only: {Status: Activated}")
                .with("Tailback's own objects\n", "Ours\n")
                .mapping();

        assertEquals(
                List.of(
                        difference("name", "Tailback's own objects", "Ours"),
                        new Difference("contract.only.Status", Optional.empty(), Optional.of("Activated")),
                        difference("usage.units", "Units__c", "Quantity__c"),
                        difference("contract.fulfilledWhen", "Fulfilled", "Done, Closed")),
                MappingChange.between(Mapping.tailback(), other).differences());
    }

    @Test
    void an_idea_that_is_left_out_has_nothing_after() {
        Mapping other = shippedWith("    locked: Locked__c\n", "").mapping();

        assertEquals(
                List.of(new Difference("usage.locked", Optional.of("Locked__c"), Optional.empty())),
                MappingChange.between(Mapping.tailback(), other).differences());
        assertEquals(
                List.of(new Difference("usage.locked", Optional.empty(), Optional.of("Locked__c"))),
                MappingChange.between(other, Mapping.tailback()).differences());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            object: Product_Usage__c              | object: Use__c                  | usage.object
            externalId: External_Id__c            | externalId: Key__c              | usage.externalId
            contractProduct: Contract_Product__c  | contractProduct: Line__c        | usage.contractProduct
            object: Product_Usage__c              | object: PRODUCT_USAGE__C        |
            units: Units__c                       | units: Quantity__c              |
            object: Contract_Product__c           | object: Line__c                 |
            """)
    void usage_moves_when_it_is_not_found_again_by_the_same_names(String shipped, String changed, String moved) {
        MappingChange change = MappingChange.between(
                Mapping.tailback(), shippedWith(shipped, changed).mapping());

        assertEquals(
                Optional.ofNullable(moved).stream().toList(),
                change.movesUsage().stream().map(Difference::about).toList());
    }

    private static Difference difference(String about, String before, String after) {
        return new Difference(about, Optional.of(before), Optional.of(after));
    }

    private static Text shippedWith(String piece, String other) {
        return new Text(MappingYaml.shippedText()).with(piece, other);
    }

    private record Text(String yaml) {

        Text with(String piece, String other) {
            if (!yaml.contains(piece)) {
                throw new IllegalArgumentException("The shipped mapping has no " + piece);
            }
            return new Text(yaml.replace(piece, other));
        }

        Mapping mapping() {
            try {
                return MappingYaml.read(yaml);
            } catch (MappingInvalid invalid) {
                throw new AssertionError(invalid);
            }
        }
    }
}
