package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.story.Expect;
import dev.tailback.verification.story.Narrator;
import dev.tailback.verification.story.StoryFailed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** (a) Matching, the first conflicts, and the three pairs that a person must judge, one of them wrongly at first. */
final class FirstMeeting implements HubChapter {
    private static final int CUSTOMERS = 40;
    /** Of these, part of the records wait for a steward. */
    private static final Set<Integer> ASKED = Set.of(11, 12);

    private static final int TWICE = 11;
    private static final int CRMS = 3;
    private static final int SISTER = 9;
    private static final int OTHER_SISTER = 10;

    @Override
    public String title() {
        return "(a) Three CRMs meet: forty customers, each in its own words in each of them.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        Expect.that("every record has met the others", () -> hasMet(world));
        narrator.expect(
                "companies that three records stand for", (long) CUSTOMERS - ASKED.size(), whole(world, Part.COMPANY));
        narrator.expect("people that three records stand for", (long) CUSTOMERS, whole(world, Part.PERSON));
        narrator.expect("customers that were taken for one", 0L, mixed(world));
        for (Part part : Part.values()) {
            Expect.that("all CRMs hold the same of every " + part.entity(), () -> agree(world, part));
            part.in(world.shop().crm()).fields().keySet().stream()
                    .sorted()
                    .forEach(attribute -> narrator.expect(
                            "the same " + attribute + " in three CRMs", true, agree(world, part, attribute)));
        }
        narrator.expect(
                "pairs that wait for a steward",
                3,
                world.operator().candidates().size());
        decideWrongly(world, narrator);
        List.copyOf(ASKED).stream().sorted().forEach(customer -> decideRightly(world, customer));
        narrator.expect(
                "pairs that wait for a steward",
                0,
                world.operator().candidates().size());
        narrator.expect("customers that were taken for one", 0L, mixed(world));
        narrator.expect("records of the one that stands twice in HubSpot", 4, world.together(Part.COMPANY, TWICE));
    }

    private static boolean hasMet(World world) {
        return world.operator().isQuiet()
                && whole(world, Part.COMPANY) >= CUSTOMERS - ASKED.size()
                && whole(world, Part.PERSON) == CUSTOMERS;
    }

    private static long whole(World world, Part part) {
        return IntStream.rangeClosed(1, CUSTOMERS)
                .filter(customer -> part == Part.PERSON || !ASKED.contains(customer))
                .filter(customer -> world.together(part, customer) == CRMS)
                .count();
    }

    private static long mixed(World world) {
        return IntStream.rangeClosed(1, CUSTOMERS)
                .mapToObj(
                        customer -> world.customers(world.golden(world.sales(), Part.COMPANY, customer), Part.COMPANY))
                .filter(customers -> customers.size() > 1)
                .count();
    }

    private static boolean agree(World world, Part part) {
        return part.in(world.shop().crm()).fields().keySet().stream().allMatch(name -> agree(world, part, name));
    }

    private static boolean agree(World world, Part part, String attribute) {
        Values values = Values.of(world, part, attribute);
        return IntStream.rangeClosed(1, CUSTOMERS)
                .filter(customer -> part == Part.PERSON || !ASKED.contains(customer))
                .allMatch(customer -> values.distinct(customer) == 1);
    }

    private static void decideWrongly(World world, Narrator narrator) {
        Set<String> before = names(world, SISTER);
        Set<String> beforeOther = names(world, OTHER_SISTER);
        answer(world, candidate(world, Set.of(SISTER, OTHER_SISTER)), "They have the same number.");
        Expect.that(
                "the two sisters are one",
                () -> both(world).size() == 1 && world.operator().isQuiet());
        narrator.expect(
                "names of two sister companies, after a steward took them for one",
                1,
                both(world).size());
        JsonNode merge = world.operator().list("/api/hub/merges").get(0);
        world.operator()
                .act(
                        "POST",
                        "/api/hub/merges/" + merge.path("id").asText() + "/undo",
                        Http.JSON.createObjectNode().put("note", "They are sisters, not one."));
        Expect.that(
                "both have their names again",
                () -> names(world, SISTER).equals(before)
                        && names(world, OTHER_SISTER).equals(beforeOther));
        narrator.expect("the first sister's name, undone", before, names(world, SISTER));
        narrator.expect("the other sister's name, undone", beforeOther, names(world, OTHER_SISTER));
        world.awaitQuiet();
    }

    private static void decideRightly(World world, int customer) {
        answer(world, candidate(world, Set.of(customer)), "The same company.");
        Expect.that(
                "customer " + customer + " is one in every CRM",
                () -> names(world, customer).size() == 1 && world.operator().isQuiet());
    }

    private static Set<String> both(World world) {
        Set<String> names = new TreeSet<>(names(world, SISTER));
        names.addAll(names(world, OTHER_SISTER));
        return names;
    }

    private static Set<String> names(World world, int customer) {
        return new TreeSet<>(world.held(Part.COMPANY, customer, "name"));
    }

    private static JsonNode candidate(World world, Set<Integer> customers) {
        return world.operator().candidates().stream()
                .filter(candidate -> customers(world, candidate).equals(customers))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("No pair of the customers " + customers + " waits for a steward"));
    }

    private static Set<Integer> customers(World world, JsonNode candidate) {
        JsonNode source = candidate.path("source");
        Set<Integer> customers = new TreeSet<>(world.customers(
                world.operator().record(candidate.path("other").path("id").asText()), Part.COMPANY));
        customers.add(world.register()
                .customer(
                        source.path("crm").asText(),
                        Part.COMPANY,
                        source.path("recordId").asText()));
        return customers;
    }

    private static void answer(World world, JsonNode candidate, String note) {
        world.operator()
                .act(
                        "POST",
                        "/api/hub/candidates/" + candidate.path("id").asText(),
                        Http.JSON.createObjectNode().put("same", true).put("note", note));
    }
}
