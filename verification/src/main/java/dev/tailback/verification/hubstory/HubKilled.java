package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.story.Expect;
import dev.tailback.verification.story.Narrator;
import java.util.Set;
import java.util.stream.IntStream;

/** (e) The hub dies while it writes; then PostgreSQL, under everybody. */
final class HubKilled implements HubChapter {
    private static final int FIRST = 26;
    private static final int LAST = 31;
    private static final int IN_THE_DARK = 32;
    private static final int SLOW_MS = 3_000;

    @Override
    public String title() {
        return "(e) The hub is killed while it writes; then PostgreSQL is.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        ArrayNode faults = Http.JSON.createArrayNode();
        faults.addObject().put("kind", "slow").put("latencyMs", SLOW_MS).put("on", "write");
        world.marketing().call("PUT", "/local-crms/faults", faults);
        IntStream.rangeClosed(FIRST, LAST)
                .forEach(customer -> world.edit(world.shop(), Part.COMPANY, customer, "phone", phone(customer)));
        Expect.that(
                "the hub has something to write",
                () -> world.operator().state().path("open").asInt() > 0);
        world.machine().killHub();
        world.marketing().call("DELETE", "/local-crms/faults", Http.NOTHING);
        narrator.says("The hub is killed in the middle of its writes, and started again.");
        world.machine().startHub();
        IntStream.rangeClosed(FIRST, LAST)
                .forEach(customer -> world.awaitEverywhere(Part.COMPANY, customer, "phone", phone(customer)));
        world.awaitQuiet();
        narrator.expect(
                "numbers of six customers that are the same in every CRM",
                (long) LAST - FIRST + 1,
                IntStream.rangeClosed(FIRST, LAST)
                        .filter(customer -> Set.copyOf(world.held(Part.COMPANY, customer, "phone"))
                                .equals(Set.of(phone(customer))))
                        .count());
        killPostgres(world, narrator);
    }

    private static void killPostgres(World world, Narrator narrator) {
        world.machine().killPostgres();
        world.edit(world.sales(), Part.COMPANY, IN_THE_DARK, "phone", "+33199009901");
        narrator.says("PostgreSQL is killed. Sales go on, and change a number.");
        world.machine().startPostgres();
        world.awaitEverywhere(Part.COMPANY, IN_THE_DARK, "phone", "+33199009901");
        narrator.expect(
                "different numbers of this customer in the three CRMs",
                1,
                Set.copyOf(world.held(Part.COMPANY, IN_THE_DARK, "phone")).size());
        world.awaitQuiet();
    }

    private static String phone(int customer) {
        return "+4420794608" + customer;
    }
}
