package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.story.Expect;
import dev.tailback.verification.story.Narrator;
import java.util.List;

/** (d) HubSpot asks for patience, then is gone for a while. */
final class HubSpotGoesDown implements HubChapter {
    private static final int FIRST = 13;
    private static final int SECOND = 14;
    private static final String IN_SALES = "+493023125901";
    private static final String IN_SHOP = "+498999998902";
    private static final String IN_HUBSPOT = "Potsdam";

    @Override
    public String title() {
        return "(d) HubSpot answers 429, and then not at all. The others go on.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        fault(world, "rate-limit");
        world.edit(world.sales(), Part.COMPANY, FIRST, "phone", IN_SALES);
        awaitIn(world, world.shop(), FIRST, IN_SALES);
        narrator.says("While HubSpot answers 429, what sales typed reached the shop.");

        fault(world, "down");
        world.edit(world.shop(), Part.COMPANY, SECOND, "phone", IN_SHOP);
        awaitIn(world, world.sales(), SECOND, IN_SHOP);
        narrator.says("While HubSpot is down, what the shop typed reached Salesforce.");
        Expect.that("the hub says that marketing is not reached", () -> !isConnected(world));
        narrator.says("Operators read: "
                + world.operator()
                        .crm(world.marketing())
                        .path("state")
                        .path("reason")
                        .asText());
        world.edit(world.marketing(), Part.COMPANY, FIRST, "city", IN_HUBSPOT);

        world.marketing().call("DELETE", "/local-crms/faults", Http.NOTHING);
        narrator.says("HubSpot is back.");
        world.awaitEverywhere(Part.COMPANY, FIRST, "phone", IN_SALES);
        world.awaitEverywhere(Part.COMPANY, SECOND, "phone", IN_SHOP);
        world.awaitEverywhere(Part.COMPANY, FIRST, "city", IN_HUBSPOT);
        world.awaitQuiet();
        narrator.expect(
                "what a person typed in HubSpot meanwhile, in every CRM",
                List.of(IN_HUBSPOT, IN_HUBSPOT, IN_HUBSPOT),
                world.held(Part.COMPANY, FIRST, "city"));
        narrator.expect(
                "writes that were refused",
                0,
                world.operator().state().path("refused").asInt());
    }

    private static void awaitIn(World world, CrmDesk desk, int customer, String phone) {
        Expect.that(
                desk.crm().word() + " has the phone number " + phone,
                () -> world.held(desk, Part.COMPANY, customer, "phone").equals(phone));
    }

    private static boolean isConnected(World world) {
        return world.operator().crm(world.marketing()).path("state").asText().equals("connected");
    }

    private static void fault(World world, String kind) {
        ArrayNode faults = Http.JSON.createArrayNode();
        faults.addObject().put("kind", kind);
        world.marketing().call("PUT", "/local-crms/faults", faults);
    }
}
