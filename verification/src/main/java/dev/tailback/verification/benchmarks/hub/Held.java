package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.hubstory.HeldRecord;
import dev.tailback.verification.hubstory.Part;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** All companies as all CRMs show them at one look: by CRM and customer. */
record Held(Map<CustomerCrm, Map<Integer, HeldRecord>> records) {

    static Held look(ThreeCrms crms) {
        Map<CustomerCrm, Map<Integer, HeldRecord>> all = new EnumMap<>(CustomerCrm.class);
        for (CustomerCrm crm : CustomerCrm.values()) {
            Map<String, HeldRecord> byId = new HashMap<>();
            crms.desk(crm).all(Part.COMPANY).forEach(record -> byId.put(record.id(), record));
            Map<Integer, HeldRecord> byCustomer = new HashMap<>();
            IntStream.rangeClosed(1, crms.count())
                    .forEach(customer -> Optional.ofNullable(
                                    byId.get(crms.register().id(crm, Part.COMPANY, customer)))
                            .ifPresent(record -> byCustomer.put(customer, record)));
            all.put(crm, byCustomer);
        }
        return new Held(all);
    }

    boolean holds(CustomerCrm crm, Edit edit) {
        return value(crm, edit.customer(), edit.attribute()).equals(edit.value());
    }

    boolean allHold(Edit edit) {
        return List.of(CustomerCrm.values()).stream().allMatch(crm -> holds(crm, edit));
    }

    /** Customers of which not all CRMs hold the same. */
    long differing(int customers) {
        return IntStream.rangeClosed(1, customers)
                .filter(customer -> CustomerCrm.SHOP.companies().fields().keySet().stream()
                        .anyMatch(attribute -> List.of(CustomerCrm.values()).stream()
                                        .map(crm -> value(crm, customer, attribute))
                                        .distinct()
                                        .count()
                                > 1))
                .count();
    }

    private String value(CustomerCrm crm, int customer, String attribute) {
        HeldRecord record = records.getOrDefault(crm, Map.of()).get(customer);
        return record == null ? "" : record.value(attribute);
    }
}
