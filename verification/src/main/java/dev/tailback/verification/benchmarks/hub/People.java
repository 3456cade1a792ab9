package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.hubstory.Part;
import java.util.List;
import java.util.Random;

/** People who type into three CRMs at random, the same for each synchroniser. */
final class People {
    private static final List<String> ATTRIBUTES = List.of("city", "phone");

    private final ThreeCrms crms;
    private final Random random;
    private int typed;

    People(ThreeCrms crms, long seed) {
        this.crms = crms;
        this.random = new Random(seed);
    }

    /** Someone types something new about this customer, somewhere. */
    Edit edit(int customer) {
        CustomerCrm crm = CustomerCrm.values()[random.nextInt(CustomerCrm.values().length)];
        String attribute = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
        String value = value(attribute);
        crms.desk(crm).edit(Part.COMPANY, crms.register().id(crm, Part.COMPANY, customer), attribute, value);
        return new Edit(crm, customer, attribute, value, System.nanoTime());
    }

    /** About any of the first so many customers. */
    Edit editAny(int among) {
        return edit(1 + random.nextInt(among));
    }

    private String value(String attribute) {
        typed++;
        return attribute.equals("city") ? "Ort " + (100_000 + typed) : Companies.phone(1_000_000 + typed);
    }
}
