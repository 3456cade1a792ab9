package dev.tailback.verification.hubtorture.people;

import dev.tailback.verification.hubstory.Part;
import java.util.Comparator;

/** One attribute of one customer, whichever CRMs hold it. */
public record Field(Part part, int customer, String attribute) implements Comparable<Field> {
    private static final Comparator<Field> ORDER =
            Comparator.comparing(Field::part).thenComparing(Field::customer).thenComparing(Field::attribute);

    @Override
    public int compareTo(Field other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return attribute + " of " + part.entity() + " " + customer;
    }
}
