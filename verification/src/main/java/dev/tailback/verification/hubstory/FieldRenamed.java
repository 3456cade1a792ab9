package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.story.Expect;
import dev.tailback.verification.story.Narrator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** (g) A property is renamed in HubSpot. Only it stops, and goes on when an admin accepts the name that is suggested. */
final class FieldRenamed implements HubChapter {
    private static final String NEW_NAME = "main_phone";
    private static final int CITY_IN_HUBSPOT = 15;
    private static final int PHONE_IN_SALES = 16;
    private static final int PHONE_IN_HUBSPOT = 17;
    private static final int CITY_IN_SHOP = 18;
    private static final String SALES_TYPED = "+494066969716";
    private static final String MARKETING_TYPED = "+494066969717";
    private static final String DRIFT = "/api/hub/crms/marketing/drift";

    @Override
    public String title() {
        return "(g) Marketing renames the property of the phone number in HubSpot.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        Values before = Values.of(world, Part.COMPANY, "phone");
        world.marketing().rename(Part.COMPANY, "phone", NEW_NAME);
        othersGoOn(world, narrator, before);
        isTold(world, narrator);
        isAccepted(world, narrator);
        narrator.expect("phone numbers that changed beside these two", List.of(), changed(world, before));
    }

    /** In both directions, also in the records whose number cannot be seen or written. */
    private static void othersGoOn(World world, Narrator narrator, Values before) {
        world.edit(world.marketing(), Part.COMPANY, CITY_IN_HUBSPOT, "city", "Kiel");
        world.edit(world.sales(), Part.COMPANY, PHONE_IN_SALES, "phone", SALES_TYPED);
        world.edit(world.sales(), Part.COMPANY, PHONE_IN_SALES, "city", "Flensburg");
        world.edit(world.marketing(), Part.COMPANY, PHONE_IN_HUBSPOT, "phone", MARKETING_TYPED);
        world.edit(world.shop(), Part.COMPANY, CITY_IN_SHOP, "city", "Rostock");
        world.awaitEverywhere(Part.COMPANY, CITY_IN_HUBSPOT, "city", "Kiel");
        world.awaitEverywhere(Part.COMPANY, PHONE_IN_SALES, "city", "Flensburg");
        world.awaitEverywhere(Part.COMPANY, CITY_IN_SHOP, "city", "Rostock");
        Expect.that(
                "the shop has the number that sales typed",
                () -> held(world, world.shop(), PHONE_IN_SALES).equals(SALES_TYPED));
        world.awaitQuiet();
        narrator.says("Three cities went on, from each CRM to the two others.");
        narrator.expect(
                "the number that HubSpot still holds of one of them",
                before.of(PHONE_IN_SALES).get(0),
                held(world, world.marketing(), PHONE_IN_SALES));
        narrator.expect(
                "the number that Salesforce still holds of another one",
                before.of(PHONE_IN_HUBSPOT).get(0),
                held(world, world.sales(), PHONE_IN_HUBSPOT));
    }

    private static void isTold(World world, Narrator narrator) {
        JsonNode drift = world.operator().read(DRIFT);
        narrator.expect("what is stopped in HubSpot", List.of("companies.phone"), stopped(drift));
        JsonNode stopped = drift.path("stopped").path(0);
        narrator.says("Operators read: " + stopped.path("sentence").asText() + " "
                + stopped.path("mend").asText());
        narrator.expect(
                "the new name that is suggested first",
                NEW_NAME,
                drift.path("suggestions").path(0).path("field").asText());
    }

    private static void isAccepted(World world, Narrator narrator) {
        Stamps before = Stamps.of(world);
        world.admin()
                .act(
                        "POST",
                        DRIFT + "/accept",
                        Http.JSON
                                .createObjectNode()
                                .put("object", "companies")
                                .put("attribute", "phone")
                                .put("field", NEW_NAME)
                                .put("note", "Marketing renamed it."));
        narrator.says("An admin accepts the suggestion.");
        world.awaitEverywhere(Part.COMPANY, PHONE_IN_SALES, "phone", SALES_TYPED);
        world.awaitEverywhere(Part.COMPANY, PHONE_IN_HUBSPOT, "phone", MARKETING_TYPED);
        Expect.that(
                "nothing is stopped in HubSpot",
                () -> stopped(world.operator().read(DRIFT)).isEmpty());
        world.awaitQuiet();
        Stamps after = Stamps.of(world);
        narrator.expect(
                "customers that were written in HubSpot by it",
                Set.of(PHONE_IN_SALES),
                Stamps.customers(world, world.marketing(), after.differing(before, world.marketing())));
        for (CrmDesk desk : List.of(world.sales(), world.shop())) {
            narrator.expect(
                    "customers that were written in " + desk.crm().word() + " by it",
                    Set.of(PHONE_IN_HUBSPOT),
                    Stamps.customers(world, desk, after.differing(before, desk)));
        }
    }

    private static List<String> stopped(JsonNode drift) {
        List<String> stopped = new ArrayList<>();
        drift.path("stopped")
                .forEach(one -> stopped.add(
                        one.path("object").asText() + "." + one.path("field").asText()));
        return stopped;
    }

    private static String held(World world, CrmDesk desk, int customer) {
        return world.held(desk, Part.COMPANY, customer, "phone");
    }

    private static List<Integer> changed(World world, Values before) {
        Values now = Values.of(world, Part.COMPANY, "phone");
        return before.byCustomer().keySet().stream()
                .filter(customer -> customer != PHONE_IN_SALES && customer != PHONE_IN_HUBSPOT)
                .filter(customer -> !now.of(customer).equals(before.of(customer)))
                .toList();
    }
}
