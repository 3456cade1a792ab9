package dev.tailback.verification.hubstory;

import dev.tailback.verification.story.Narrator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The end: every value of every customer, read in each CRM. */
final class AllValues implements HubChapter {
    private static final List<String> COMPANY = List.of("name", "phone", "domain", "city", "country");
    private static final List<String> PERSON = List.of("firstName", "lastName", "email", "mobile");
    private static final int WIDEST = 34;

    @Override
    public String title() {
        return "All values, as Salesforce, HubSpot and the shop say them.";
    }

    @Override
    public void tell(World world, Narrator narrator) {
        show(world, narrator, Part.COMPANY, COMPANY);
        show(world, narrator, Part.PERSON, PERSON);
    }

    private static void show(World world, Narrator narrator, Part part, List<String> attributes) {
        Map<String, Values> all = new TreeMap<>();
        attributes.forEach(attribute -> all.put(attribute, Values.of(world, part, attribute)));
        int differing = 0;
        for (int customer : all.values().iterator().next().byCustomer().keySet()) {
            StringBuilder line = new StringBuilder("%3d".formatted(customer));
            for (String attribute : attributes) {
                Set<String> held = Set.copyOf(values(all, attribute).of(customer));
                differing += held.size() == 1 ? 0 : 1;
                line.append("  ").append(cell(held));
            }
            narrator.says(line.toString().stripTrailing());
        }
        narrator.expect("values of a " + part.entity() + " that differ between the CRMs", 0, differing);
    }

    private static Values values(Map<String, Values> all, String attribute) {
        return all.getOrDefault(attribute, new Values(Map.of()));
    }

    private static String cell(Set<String> held) {
        String text = held.size() == 1 ? held.iterator().next() : "DIFFERENT: " + held;
        String bounded = text.length() > WIDEST ? text.substring(0, WIDEST) : text;
        return ("%-" + WIDEST + "s").formatted(bounded);
    }
}
