package dev.tailback.verification.hubstory;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What moves with every write, of all records of all CRMs.
 *
 * @param byRecord such as {@code sales company 001...}
 */
record Stamps(Map<String, String> byRecord) {
    Stamps {
        byRecord = Map.copyOf(byRecord);
    }

    static Stamps of(World world) {
        Map<String, String> stamps = new TreeMap<>();
        for (CrmDesk desk : world.desks()) {
            for (Part part : Part.values()) {
                desk.all(part).forEach(record -> stamps.put(name(desk, part, record.id()), record.stamp()));
            }
        }
        return new Stamps(stamps);
    }

    private static String name(CrmDesk desk, Part part, String id) {
        return desk.crm().word() + " " + part.entity() + " " + id;
    }

    /** Records that were written since then, or are new. */
    Set<String> differing(Stamps before) {
        return byRecord.entrySet().stream()
                .filter(record -> !record.getValue().equals(before.byRecord().get(record.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same, of one CRM. */
    Set<String> differing(Stamps before, CrmDesk desk) {
        return differing(before).stream()
                .filter(record -> record.startsWith(desk.crm().word() + " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whose companies these are. */
    static Set<Integer> customers(World world, CrmDesk desk, Set<String> records) {
        String companies = name(desk, Part.COMPANY, "");
        return records.stream()
                .filter(record -> record.startsWith(companies))
                .map(record -> world.register()
                        .customer(desk.crm().word(), Part.COMPANY, record.substring(companies.length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
