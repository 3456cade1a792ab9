package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.story.Expect;
import dev.tailback.verification.story.Narrator;
import dev.tailback.verification.story.StoryFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** (h) People delete a customer in one CRM: once by mistake, once on purpose. */
final class CustomerDeleted implements HubChapter {
    private static final int BY_MISTAKE = 21;
    private static final int ON_PURPOSE = 22;
    private static final String MEANWHILE = "+494066969721";
    private static final String OTHER_MEANWHILE = "+494066969722";
    private static final String GONE = "/api/hub/gone";

    @Override
    public String title() {
        return "(h) A customer is deleted in HubSpot by mistake, and another one in the shop on purpose.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        int others = world.marketing().all(Part.COMPANY).size() - 1;
        Map<String, HeldRecord> before = held(world);
        delete(world, world.marketing(), BY_MISTAKE);
        delete(world, world.shop(), ON_PURPOSE);
        Expect.that(
                "the hub has heard of both",
                () -> gone(world).size() == 2 && world.operator().isQuiet());
        narrator.expect(
                "what stewards read",
                Set.of(
                        "21 is gone in marketing, still in [sales, shop]",
                        "22 is gone in shop, still in [marketing, sales]"),
                gone(world));
        Map<String, HeldRecord> after = held(world);
        narrator.expect("records of the two that the other CRMs keep", before.keySet(), after.keySet());
        after.values().removeAll(before.values());
        narrator.expect("records of the two that were written by it", Set.of(), after.keySet());

        othersGoOn(world, narrator, others);
        leave(world);
        world.marketing().restore(Part.COMPANY, id(world, world.marketing(), BY_MISTAKE));
        narrator.says("A steward leaves it so in the shop. In HubSpot a person restores the other one.");
        world.awaitEverywhere(Part.COMPANY, BY_MISTAKE, "phone", MEANWHILE);
        Expect.that(
                "nothing is gone any more",
                () -> gone(world).isEmpty() && world.operator().isQuiet());
        narrator.expect(
                "what three CRMs hold of the restored one, by attribute",
                Map.of("name", 1, "phone", 1, "domain", 1, "city", 1, "country", 1),
                different(world));
        narrator.expect(
                "records that wait for a steward",
                0,
                world.operator().state().path("gone").asInt());
    }

    private static void delete(World world, CrmDesk desk, int customer) {
        desk.delete(Part.COMPANY, id(world, desk, customer));
    }

    private static void othersGoOn(World world, Narrator narrator, int others) {
        world.edit(world.sales(), Part.COMPANY, BY_MISTAKE, "phone", MEANWHILE);
        world.edit(world.sales(), Part.COMPANY, ON_PURPOSE, "phone", OTHER_MEANWHILE);
        Expect.that(
                "the CRMs that still have the two hold the new numbers",
                () -> Set.copyOf(world.held(Part.COMPANY, BY_MISTAKE, "phone")).equals(Set.of(MEANWHILE))
                        && Set.copyOf(world.held(Part.COMPANY, ON_PURPOSE, "phone"))
                                .equals(Set.of(OTHER_MEANWHILE)));
        world.awaitQuiet();
        narrator.says("Sales change the numbers of both; they are in the CRMs that still have them.");
        narrator.expect(
                "companies in HubSpot, where nobody made it anew",
                others,
                world.marketing().all(Part.COMPANY).size());
    }

    private static void leave(World world) {
        JsonNode inShop = world.operator().list(GONE).stream()
                .filter(record -> record.path("crm").asText().equals("shop"))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("The hub does not say that a customer is gone in the shop"));
        world.operator()
                .act(
                        "POST",
                        GONE + "/" + inShop.path("id").asText(),
                        Http.JSON.createObjectNode().put("note", "The shop does not sell to them any more."));
    }

    /** As a steward reads it. */
    private static Set<String> gone(World world) {
        Set<String> gone = new TreeSet<>();
        world.operator().list(GONE).forEach(record -> {
            String crm = record.path("crm").asText();
            List<String> still = new ArrayList<>();
            record.path("stillIn").forEach(one -> still.add(one.asText()));
            gone.add(world.register()
                            .customer(crm, Part.COMPANY, record.path("recordId").asText()) + " is gone in " + crm
                    + ", still in " + still);
        });
        return gone;
    }

    /** What the CRMs hold in which nobody deletes: Salesforce both, HubSpot and the shop one each. */
    private static Map<String, HeldRecord> held(World world) {
        Map<String, HeldRecord> held = new TreeMap<>();
        put(held, world, world.sales(), BY_MISTAKE);
        put(held, world, world.sales(), ON_PURPOSE);
        put(held, world, world.shop(), BY_MISTAKE);
        put(held, world, world.marketing(), ON_PURPOSE);
        return held;
    }

    private static void put(Map<String, HeldRecord> held, World world, CrmDesk desk, int customer) {
        String id = id(world, desk, customer);
        desk.all(Part.COMPANY).stream()
                .filter(record -> record.id().equals(id))
                .forEach(record -> held.put(desk.crm().word() + " " + customer, record));
    }

    private static Map<String, Integer> different(World world) {
        Map<String, Integer> different = new TreeMap<>();
        for (String attribute : List.of("name", "phone", "domain", "city", "country")) {
            List<String> values = world.held(Part.COMPANY, BY_MISTAKE, attribute);
            different.put(attribute, values.size() == 3 ? Set.copyOf(values).size() : 0);
        }
        return different;
    }

    private static String id(World world, CrmDesk desk, int customer) {
        return world.register().id(desk.crm(), Part.COMPANY, customer);
    }
}
