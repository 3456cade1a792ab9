package dev.tailback.localorg.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SchemaLoader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The verdicts that Salesforce's own formula engine gave on the rules in {@code truth-table}. */
class TruthTableTest {

    private final Schema schema = new SchemaLoader(Path.of("src/test/resources/truth-table")).load();
    private final Formulas formulas = new Formulas(schema);
    private final Map<String, RecordView> rows = new HashMap<>();

    private RecordView row(String object, Object... namesAndValues) {
        ObjectType type = schema.known(object);
        Object[] values = new Object[type.fields().size()];
        for (int index = 0; index < namesAndValues.length; index += 2) {
            values[type.field((String) namesAndValues[index]).orElseThrow().index()] = namesAndValues[index + 1];
        }
        return place -> values[place];
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }

    private boolean refused(String object, String rule, RecordView before, RecordView after, String... permissions) {
        Evaluation evaluation = new Evaluation(
                after,
                Optional.ofNullable(before),
                new KnownRows(rows),
                new Viewer("005", "00e", "Standard User", "00D", Set.of(permissions)),
                Instant.EPOCH);
        return formulas.rules(schema.known(object)).stream()
                .filter(candidate -> candidate.definition().name().equals(rule))
                .findFirst()
                .orElseThrow()
                .condition()
                .holds(evaluation);
    }

    private void contract(String fulfilment, String status) {
        rows.put("contract", row("Contract", "Fulfillment_Status__c", fulfilment, "Status", status));
        rows.put("product", row("Contract_Product__c", "Contract__c", "contract"));
    }

    private RecordView usage(int units, int version) {
        return row(
                "Product_Usage__c",
                "Contract_Product__c",
                "product",
                "Units__c",
                number(units),
                "Version__c",
                number(version));
    }

    private RecordView product(int count, int consumed, int sold) {
        return row(
                "Contract_Product__c",
                "Contract__c",
                "contract",
                "Usage_Count__c",
                number(count),
                "Consumed__c",
                number(consumed),
                "Units_Sold__c",
                number(sold));
    }

    @Test
    void usage_is_locked_when_the_contract_is_fulfilled() {
        contract("Open", "Activated");
        assertEquals(false, refused("Product_Usage__c", "Usage_Locked_When_Fulfilled", null, usage(1, 1)));
        contract("Fulfilled", "Activated");
        assertEquals(true, refused("Product_Usage__c", "Usage_Locked_When_Fulfilled", null, usage(1, 1)));
        assertEquals(true, refused("Product_Usage__c", "Usage_Locked_When_Fulfilled", usage(1, 1), usage(2, 2)));
        assertEquals(false, refused("Product_Usage__c", "Usage_Locked_Policy_Off", usage(1, 1), usage(2, 2)));
    }

    @Test
    void the_version_must_grow_with_the_units() {
        assertEquals(true, refused("Product_Usage__c", "Version_Must_Grow", usage(1, 2), usage(5, 2)));
        assertEquals(false, refused("Product_Usage__c", "Version_Must_Grow", usage(1, 2), usage(5, 3)));
        assertEquals(false, refused("Product_Usage__c", "Version_Must_Grow", null, usage(5, 2)));
    }

    @Test
    void roll_ups_of_a_fulfilled_contract_are_frozen() {
        contract("Fulfilled", "Activated");
        assertEquals(
                true,
                refused("Contract_Product__c", "Usage_Frozen_When_Fulfilled", product(3, 30, 50), product(2, 20, 50)));
        assertEquals(
                false,
                refused("Contract_Product__c", "Usage_Frozen_When_Fulfilled", product(3, 30, 50), product(3, 30, 50)));
        contract("Open", "Activated");
        assertEquals(
                false,
                refused("Contract_Product__c", "Usage_Frozen_When_Fulfilled", product(3, 30, 50), product(2, 20, 50)));
    }

    @Test
    void overuse_is_more_than_was_sold() {
        assertEquals(true, refused("Contract_Product__c", "No_Overuse", product(1, 20, 20), product(2, 30, 20)));
        assertEquals(false, refused("Contract_Product__c", "No_Overuse", product(1, 10, 20), product(2, 20, 20)));
    }

    @Test
    void fulfilment_is_undone_by_permission_only() {
        RecordView fulfilled = row("Contract", "Fulfillment_Status__c", "Fulfilled");
        RecordView open = row("Contract", "Fulfillment_Status__c", "Open");
        assertEquals(true, refused("Contract", "Fulfilled_Is_Final", fulfilled, open));
        assertEquals(false, refused("Contract", "Fulfilled_Is_Final", fulfilled, open, "Reopen_Contract"));
    }

    @Test
    void a_rule_reaches_the_status_of_the_contract() {
        contract("Open", "Activated");
        assertEquals(true, refused("Product_Usage__c", "Nothing_After_Activation", usage(1, 1), usage(1, 1)));
        assertEquals(false, refused("Product_Usage__c", "Nothing_After_Activation", null, usage(1, 1)));
    }
}
