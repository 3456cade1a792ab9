package dev.tailback.mapping.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingInvalid;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.check.Described;
import dev.tailback.mapping.check.MappingCheck;
import dev.tailback.mapping.check.Severity;
import dev.tailback.mapping.schema.OrgObject.ChildRelationship;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of the org means for a mapping that was right before. */
class DriftJudgementTest {

    private static final String ORDERS = """
            mapping: 1
            name: Orders
            contract:
              object: Order
              fields: {number: OrderNumber, customer: AccountId, customerName: Account.Name, fulfilled: Status,
                endDate: EndDate}
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
    void an_org_that_stays_as_it_is_has_no_drift() {
        assertEquals(Drift.NONE, judged(org -> {}));
    }

    @ParameterizedTest
    @CsvSource({
        "Use__c, Title__c, usage.adTitle",
        "OrderItem, Used__c, contractProduct.consumed",
        "Order, EndDate, contract.endDate"
    })
    void a_field_that_an_org_may_lack_is_left_out_when_it_goes(String object, String field, String about) {
        Drift drift = judged(org -> org.withoutField(object, field));

        Change change = about(drift, about);
        assertEquals(Weight.LOSSY, change.weight());
        assertEquals(Stops.FIELD, change.stops());
        Idea idea = drift.suspended().iterator().next();
        assertEquals(about, idea.path());
        assertTrue(change.sentence().contains(idea.cost().orElseThrow()), change::sentence);
        assertEquals(Optional.of(Weight.LOSSY), drift.weight());
    }

    @Test
    void what_is_left_of_the_mapping_can_be_used() {
        Described org = Described.orders().withoutField("Use__c", "Title__c").withoutField("Order", "EndDate");
        Drift drift = DriftJudgement.of(mapping(), seen(Described.orders()), org.schema(), List.of());

        assertTrue(MappingCheck.of(mapping().without(drift.suspended()), org.schema()).stream()
                .noneMatch(finding -> finding.severity() == Severity.BROKEN));
    }

    @ParameterizedTest
    @CsvSource({
        "Use__c, Units__c, usage.units, SENDING",
        "Use__c, Key__c, usage.externalId, SENDING",
        "Order, Status, contract.fulfilled, READING",
        "Order, IsReductionOrder, contract.only.IsReductionOrder, READING",
        "OrderItem, Quantity, contractProduct.unitsSold, READING"
    })
    void a_field_that_is_needed_stops_only_what_needs_it(String object, String field, String about, Stops stops) {
        Drift drift = judged(org -> org.withoutField(object, field));

        assertEquals(Weight.BREAKING, about(drift, about).weight());
        assertEquals(stops, about(drift, about).stops());
        assertEquals(Set.of(), drift.suspended());
    }

    @Test
    void what_money_is_counted_by_is_not_left_out() {
        Drift drift = judged(org -> org.withoutField("OrderItem", "UnitPrice"));

        assertEquals(Stops.READING, about(drift, "contractProduct.unitPrice").stops());
        assertEquals(Optional.empty(), drift.stopping(Stops.SENDING));
    }

    @ParameterizedTest
    @CsvSource({
        "Use__c, Title__c, Headline__c, usage.adTitle, Headline__c",
        "Use__c, Units__c, Amount__c, usage.units, Amount__c",
        "Use__c, Line__c, Position__c, usage.contractProduct, Position__c",
        "Order, AccountId, BuyerId, contract.customer, BuyerId"
    })
    void a_new_field_with_the_same_label_is_suggested_in_its_place(
            String object, String field, String to, String about, String suggested) {
        Drift drift = judged(org -> org.renamed(object, field, to));

        assertEquals(Optional.of(suggested), about(drift, about).suggested());
        assertTrue(about(drift, about).mend().contains("renamed to " + suggested), drift::toString);
    }

    @Test
    void a_lookup_on_the_way_that_was_renamed_is_suggested_with_the_rest_of_the_way() {
        Drift drift = judged(org -> org.renamed("OrderItem", "Product2Id", "Course__c"));

        assertEquals(
                Optional.of("Course__r.Name"),
                about(drift, "contractProduct.product").suggested());
    }

    @Test
    void a_field_that_was_there_before_is_never_suggested() {
        Drift drift = judged(
                org -> org.add("Use__c", "Title2__c", "string", field -> field.label = "Title__c"),
                org -> org.withoutField("Use__c", "Title__c"));

        assertEquals(Optional.empty(), about(drift, "usage.adTitle").suggested());
    }

    @Test
    void a_new_field_of_another_name_and_label_is_suggested_by_its_meaning() {
        Drift drift = judged(org -> org.withoutField("Use__c", "Title__c")
                .add("Use__c", "Colour__c", "string", field -> field.length = 200)
                .add("Use__c", "Advert_Headline__c", "string", field -> field.length = 200));

        assertEquals(
                Optional.of("Advert_Headline__c"), about(drift, "usage.adTitle").suggested());
    }

    @Test
    void an_object_that_was_renamed_is_known_as_a_new_child() {
        Described before = Described.orders();
        before.object("OrderItem").child(new ChildRelationship(Optional.of("Uses__r"), "Use__c", "Line__c"));
        Described now = Described.orders().without("Use__c");
        now.object("OrderItem").child(new ChildRelationship(Optional.of("Uses__r"), "Usage__c", "Line__c"));

        Drift drift = DriftJudgement.of(mapping(), seen(before), now.schema(), List.of());

        assertEquals(Optional.of("Usage__c"), about(drift, "Use__c").suggested());
        assertEquals(Stops.SENDING, about(drift, "Use__c").stops());
    }

    @Test
    void a_right_that_is_withdrawn_a_type_and_a_length_count_like_a_field_that_is_gone() {
        assertEquals(
                Stops.SENDING,
                about(judged(org -> org.with("Use__c", "Units__c", field -> field.isUpdateable = false)), "usage.units")
                        .stops());
        assertEquals(
                Stops.SENDING,
                about(judged(org -> org.with("Use__c", "Key__c", field -> field.isUnique = false)), "usage.externalId")
                        .stops());
        assertEquals(
                Stops.FIELD,
                about(judged(org -> org.with("Use__c", "Title__c", field -> field.length = 100)), "usage.adTitle")
                        .stops());
        assertEquals(
                Stops.FIELD,
                about(judged(org -> org.with("Order", "EndDate", field -> field.type = "string")), "contract.endDate")
                        .stops());
    }

    @Test
    void a_new_required_field_of_the_usage_stops_sending_unless_it_has_a_default() {
        assertEquals(
                Stops.SENDING,
                about(judged(org -> org.add("Use__c", "Region__c", "string", field -> {})), "Use__c.Region__c")
                        .stops());
        assertEquals(
                Optional.of(Weight.HARMLESS),
                judged(org -> org.add("Use__c", "Region__c", "string", field -> field.isDefaulted = true))
                        .weight());
    }

    @Test
    void a_required_field_that_was_there_when_the_mapping_was_chosen_is_known() {
        Drift drift = judged(org -> org.add("Use__c", "Region__c", "string", field -> {}), org -> {});

        assertEquals(Drift.NONE, drift);
    }

    @Test
    void an_addition_that_matters_to_nobody_is_harmless_and_told() {
        Drift drift = judged(org -> org.add("Order", "Colour__c", "string", field -> {}));

        assertEquals(Optional.of(Weight.HARMLESS), drift.weight());
        assertTrue(about(drift, "Order").sentence().contains("Colour__c"), drift::toString);
    }

    @Test
    void what_is_read_less_exactly_is_a_loss_that_stops_nothing() {
        Drift drift = judged(
                org -> org.with("OrderItem", "UnitPrice", field -> field.scale = 2),
                org -> org.with("OrderItem", "UnitPrice", field -> field.scale = 0));

        Change change = about(drift, "contractProduct.unitPrice");
        assertEquals(Weight.LOSSY, change.weight());
        assertEquals(Stops.NOTHING, change.stops());
        assertTrue(change.sentence().contains("digits after the point 0 (was 2)"), change::sentence);
    }

    @Test
    void a_roll_up_that_became_a_plain_field_is_a_loss() {
        Drift drift = judged(org -> org.with("OrderItem", "Used__c", field -> field.isCalculated = false));

        assertEquals(Weight.LOSSY, about(drift, "contractProduct.consumed").weight());
    }

    @Test
    void the_first_look_tells_only_what_cannot_be_used() {
        Drift drift = DriftJudgement.of(
                mapping(),
                SeenSchema.NOTHING,
                Described.orders()
                        .withoutField("Use__c", "Units__c")
                        .add("Use__c", "Region__c", "string", field -> {})
                        .schema(),
                List.of());

        assertEquals(
                List.of("usage.units"),
                drift.changes().stream().map(Change::about).toList());
    }

    @Test
    void what_was_seen_is_the_same_after_it_was_written_down() {
        SeenSchema seen = seen(Described.orders());

        assertEquals(seen, SeenText.read(SeenText.write(seen)));
    }

    private static Drift judged(Consumer<Described> change) {
        return judged(org -> {}, change);
    }

    /** @param before done to both */
    private static Drift judged(Consumer<Described> before, Consumer<Described> change) {
        Described org = Described.orders();
        before.accept(org);
        SeenSchema seen = SeenText.read(SeenText.write(seen(org)));
        change.accept(org);
        return DriftJudgement.of(mapping(), seen, org.schema(), List.of());
    }

    private static SeenSchema seen(Described org) {
        return SeenSchema.of(mapping(), org.schema());
    }

    private static Mapping mapping() {
        try {
            return MappingYaml.read(ORDERS);
        } catch (MappingInvalid ours) {
            throw new IllegalStateException(ours);
        }
    }

    private static Change about(Drift drift, String about) {
        return drift.changes().stream()
                .filter(change -> change.about().equals(about))
                .findFirst()
                .orElseThrow(() -> new AssertionError(about + " is not in " + drift));
    }
}
