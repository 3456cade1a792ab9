package dev.tailback.verification.hubstory;

import dev.tailback.verification.story.Expect;
import dev.tailback.verification.story.Narrator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** (c) Two people change one field in two CRMs in the same second. */
final class SameSecond implements HubChapter {
    private static final int CUSTOMER = 4;
    private static final String MARKETINGS = "+494066969881";
    private static final String SHOPS = "+494066969882";

    @Override
    public String title() {
        return "(c) Marketing and the shop change one phone number in the same second.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> world.edit(world.marketing(), Part.COMPANY, CUSTOMER, "phone", MARKETINGS));
        world.edit(world.shop(), Part.COMPANY, CUSTOMER, "phone", SHOPS);
        other.join();
        Expect.that("every CRM holds one of the two", () -> world.operator().isQuiet() && isDecided(world));
        List<String> held = world.held(Part.COMPANY, CUSTOMER, "phone");
        narrator.expect(
                "different numbers in the three CRMs", 1, Set.copyOf(held).size());
        String golden = world.golden(world.sales(), Part.COMPANY, CUSTOMER)
                .path("golden")
                .path("id")
                .asText();
        Why why = Why.of(world.operator().why(golden, "phone"));
        narrator.expect("the decision is about both", true, why.names(MARKETINGS) && why.names(SHOPS));
        String loser = held.get(0).equals(SHOPS) ? MARKETINGS : SHOPS;
        narrator.says("The loser is told: " + why.lost(loser));
        narrator.expect("the loser has a reason", false, why.lost(loser).isBlank());
    }

    private static boolean isDecided(World world) {
        Set<String> held = Set.copyOf(world.held(Part.COMPANY, CUSTOMER, "phone"));
        return held.equals(Set.of(MARKETINGS)) || held.equals(Set.of(SHOPS));
    }
}
