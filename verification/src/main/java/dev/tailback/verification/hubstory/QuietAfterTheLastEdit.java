package dev.tailback.verification.hubstory;

import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.story.Expect;
import dev.tailback.verification.story.Narrator;
import java.util.Set;
import java.util.stream.IntStream;

/** (j) After the last edit the hub writes what it must, once, and then nothing. */
final class QuietAfterTheLastEdit implements HubChapter {
    private static final int FIRST = 33;
    private static final int LAST = 37;
    private static final int LISTENS_MS = 15_000;

    @Override
    public String title() {
        return "(j) People edit five customers, and go home.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        world.awaitQuiet();
        Stamps before = Stamps.of(world);
        IntStream.rangeClosed(FIRST, LAST)
                .forEach(customer -> world.edit(world.sales(), Part.COMPANY, customer, "city", city(customer)));
        Expect.that(
                "the five cities are in every CRM",
                () -> IntStream.rangeClosed(FIRST, LAST)
                        .allMatch(customer -> Set.copyOf(world.held(Part.COMPANY, customer, "city"))
                                .equals(Set.of(city(customer)))));
        world.awaitQuiet();
        Stamps after = Stamps.of(world);
        int edited = LAST - FIRST + 1;
        for (CrmDesk desk : world.desks()) {
            narrator.expect(
                    "records of " + desk.crm().word() + " that changed, of five customers", (long) edited, (long)
                            after.differing(before, desk).size());
        }
        narrator.says("Everybody listens for " + LISTENS_MS / 1000 + " s.");
        Await.millis(LISTENS_MS);
        narrator.expect(
                "records that were written after that",
                Set.of(),
                Stamps.of(world).differing(after));
        narrator.expect("the hub has nothing left to do", true, world.operator().isQuiet());
    }

    private static String city(int customer) {
        return "Neustadt " + customer;
    }
}
