package dev.tailback.verification.hubstory;

import dev.tailback.verification.story.Narrator;
import java.util.List;

/** (b) One edit in one CRM, with its reason. */
final class PhoneChanged implements HubChapter {
    private static final int CUSTOMER = 1;
    private static final String AS_TYPED = "+49 40 66969-777";
    private static final String AGREED = "+494066969777";

    @Override
    public String title() {
        return "(b) Sales changes a phone number in Salesforce.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        long begun = System.nanoTime();
        world.edit(world.sales(), Part.COMPANY, CUSTOMER, "phone", AS_TYPED);
        world.awaitEverywhere(Part.COMPANY, CUSTOMER, "phone", AGREED);
        narrator.says("After %.1f s it is in every CRM.".formatted((System.nanoTime() - begun) / 1e9));
        narrator.expect(
                "the number in Salesforce, HubSpot and the shop",
                List.of(AGREED, AGREED, AGREED),
                world.held(Part.COMPANY, CUSTOMER, "phone"));
        String golden = world.golden(world.sales(), Part.COMPANY, CUSTOMER)
                .path("golden")
                .path("id")
                .asText();
        Why why = Why.of(world.operator().why(golden, "phone"));
        narrator.expect("who won, and where it was typed", AGREED + " in sales", why.winner());
        narrator.says("The hub says why: " + why.rule() + ".");
        world.awaitQuiet();
    }
}
