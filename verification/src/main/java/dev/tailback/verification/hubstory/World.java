package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.fleet.HubMachine;
import dev.tailback.verification.story.Expect;
import dev.tailback.verification.story.StoryFailed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who acts in the story, and where. */
record World(
        SalesPerson sales,
        MarketingPerson marketing,
        ShopPerson shop,
        HubDesk operator,
        HubDesk admin,
        Register register,
        HubMachine machine) {

    List<CrmDesk> desks() {
        return List.of(sales, marketing, shop);
    }

    /** What each CRM holds of this customer; twice where it stands twice. */
    List<String> held(Part part, int customer, String attribute) {
        return Values.of(this, part, attribute).of(customer);
    }

    String held(CrmDesk desk, Part part, int customer, String attribute) {
        String id = register.id(desk.crm(), part, customer);
        return desk.all(part).stream()
                .filter(record -> record.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new StoryFailed(desk.crm().word() + " has no record of customer " + customer))
                .value(attribute);
    }

    void edit(CrmDesk desk, Part part, int customer, String attribute, String value) {
        desk.edit(part, register.id(desk.crm(), part, customer), attribute, value);
    }

    /** Every CRM that has this customer holds this value. */
    void awaitEverywhere(Part part, int customer, String attribute, String value) {
        Expect.that(
                "the " + attribute + " of customer " + customer + " is " + value + " in every CRM",
                () -> Set.copyOf(held(part, customer, attribute)).equals(Set.of(value)));
    }

    void awaitQuiet() {
        Expect.that("the hub has nothing left to do", operator::isQuiet);
    }

    /** The golden record for which a CRM's record stands. */
    JsonNode golden(CrmDesk desk, Part part, int customer) {
        String id = register.id(desk.crm(), part, customer);
        return find(desk.crm(), part, id)
                .orElseThrow(() -> new StoryFailed(
                        "The hub has no golden record for " + desk.crm().word() + " " + id));
    }

    private Optional<JsonNode> find(CustomerCrm crm, Part part, String id) {
        return operator.find(part, id).stream()
                .map(operator::record)
                .filter(record -> stands(record, crm, id))
                .findFirst();
    }

    private static boolean stands(JsonNode record, CustomerCrm crm, String id) {
        for (JsonNode source : record.path("sources")) {
            if (source.path("crm").asText().equals(crm.word())
                    && source.path("recordId").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** How many records of this customer stand together with the one in Salesforce; 0 while that one stands for nothing. */
    int together(Part part, int customer) {
        return find(CustomerCrm.SALES, part, register.id(CustomerCrm.SALES, part, customer))
                .map(record -> record.path("sources").size())
                .orElse(0);
    }

    /** Whose records stand for a golden record. */
    Set<Integer> customers(JsonNode record, Part part) {
        Set<Integer> customers = new TreeSet<>();
        record.path("sources")
                .forEach(source -> customers.add(register.customer(
                        source.path("crm").asText(),
                        part,
                        source.path("recordId").asText())));
        return customers;
    }
}
