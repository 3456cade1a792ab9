package dev.tailback.verification.hubstory;

import dev.tailback.verification.customers.CustomerCopy;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.Customers;
import dev.tailback.verification.story.StoryFailed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which record of a CRM is whose: the CRMs made their records in the order of the customers' file. The hub has no part in
 * this, so it can be checked by it.
 */
public final class Register {
    private final Map<Part, List<Entry>> entries = new EnumMap<>(Part.class);

    private record Entry(CustomerCrm crm, String id, int customer) {}

    private Register() {}

    /** @throws StoryFailed if a CRM does not have as many records as the file */
    public static Register of(Customers customers, List<CrmDesk> desks) {
        Register register = new Register();
        for (Part part : Part.values()) {
            List<Entry> all = new ArrayList<>();
            desks.forEach(desk -> all.addAll(entries(customers, desk, part)));
            register.entries.put(part, all);
        }
        return register;
    }

    private static List<Entry> entries(Customers customers, CrmDesk desk, Part part) {
        List<Integer> numbers = customers.of(desk.crm()).stream()
                .filter(copy -> part == Part.COMPANY || !copy.person().isEmpty())
                .map(CustomerCopy::customer)
                .toList();
        List<HeldRecord> records = desk.all(part);
        if (records.size() != numbers.size()) {
            throw new StoryFailed(desk.crm().word() + " has " + records.size() + " records of "
                    + part.in(desk.crm()).name() + " instead of " + numbers.size());
        }
        List<Entry> found = new ArrayList<>();
        for (int at = 0; at < records.size(); at++) {
            found.add(new Entry(desk.crm(), records.get(at).id(), numbers.get(at)));
        }
        return found;
    }

    /** The first one of this customer. */
    public String id(CustomerCrm crm, Part part, int customer) {
        return ids(crm, part, customer).get(0);
    }

    /** All of this customer; one stands twice in one CRM. */
    List<String> ids(CustomerCrm crm, Part part, int customer) {
        List<String> ids = all(part).stream()
                .filter(entry -> entry.crm() == crm && entry.customer() == customer)
                .map(Entry::id)
                .toList();
        if (ids.isEmpty()) {
            throw new StoryFailed(crm.word() + " never had the customer " + customer);
        }
        return ids;
    }

    /** @throws StoryFailed if nobody's record is named so */
    public int customer(String crm, Part part, String id) {
        return all(part).stream()
                .filter(entry -> entry.crm().word().equals(crm) && entry.id().equals(id))
                .map(Entry::customer)
                .findFirst()
                .orElseThrow(() -> new StoryFailed(crm + " had no record " + id + " of a customer"));
    }

    private List<Entry> all(Part part) {
        return entries.getOrDefault(part, List.of());
    }
}
