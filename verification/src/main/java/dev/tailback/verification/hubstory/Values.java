package dev.tailback.verification.hubstory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One attribute of all customers, as all CRMs hold it at this moment.
 *
 * @param byCustomer in the order of the CRMs; a customer that a CRM has lost is not there
 */
record Values(Map<Integer, List<String>> byCustomer) {

    /** One look at each CRM. */
    static Values of(World world, Part part, String attribute) {
        Map<Integer, List<String>> all = new TreeMap<>();
        for (CrmDesk desk : world.desks()) {
            desk.all(part)
                    .forEach(record -> all.computeIfAbsent(
                                    world.register().customer(desk.crm().word(), part, record.id()),
                                    unused -> new ArrayList<>())
                            .add(record.value(attribute)));
        }
        return new Values(all);
    }

    int distinct(int customer) {
        return Set.copyOf(of(customer)).size();
    }

    List<String> of(int customer) {
        return byCustomer.getOrDefault(customer, List.of());
    }
}
