package dev.tailback.verification.hubstory;

import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.story.Expect;
import dev.tailback.verification.story.Narrator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        Map<String, String> before = stamps(world);
        IntStream.rangeClosed(FIRST, LAST)
                .forEach(customer -> world.edit(world.sales(), Part.COMPANY, customer, "city", city(customer)));
        Expect.that(
                "the five cities are in every CRM",
                () -> IntStream.rangeClosed(FIRST, LAST)
                        .allMatch(customer -> Set.copyOf(world.held(Part.COMPANY, customer, "city"))
                                .equals(Set.of(city(customer)))));
        world.awaitQuiet();
        Map<String, String> after = stamps(world);
        int edited = LAST - FIRST + 1;
        for (CrmDesk desk : world.desks()) {
            narrator.expect(
                    "records of " + desk.crm().word() + " that changed, of five customers",
                    (long) edited,
                    changed(desk, before, after));
        }
        narrator.says("Everybody listens for " + LISTENS_MS / 1000 + " s.");
        Await.millis(LISTENS_MS);
        narrator.expect("records that were written after that", Set.of(), differing(after, stamps(world)));
        narrator.expect("the hub has nothing left to do", true, world.operator().isQuiet());
    }

    private static String city(int customer) {
        return "Neustadt " + customer;
    }

    private static long changed(CrmDesk desk, Map<String, String> before, Map<String, String> after) {
        return differing(before, after).stream()
                .filter(record -> record.startsWith(desk.crm().word() + " "))
                .count();
    }

    private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(record -> !record.getValue().equals(before.get(record.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What moves with every write, by record. */
    private static Map<String, String> stamps(World world) {
        Map<String, String> stamps = new TreeMap<>();
        for (CrmDesk desk : world.desks()) {
            for (Part part : Part.values()) {
                desk.all(part)
                        .forEach(record -> stamps.put(
                                desk.crm().word() + " " + part.entity() + " " + record.id(), record.stamp()));
            }
        }
        return stamps;
    }
}
