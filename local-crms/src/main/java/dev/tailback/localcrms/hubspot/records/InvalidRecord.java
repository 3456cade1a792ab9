package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.schema.InvalidValue;
import java.util.List;

/** A write that HubSpot refuses for the values in it; all of them are named. */
public final class InvalidRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<InvalidValue> values;

    public InvalidRecord(List<InvalidValue> values) {
        super(values.get(0).sentence());
        this.values = List.copyOf(values);
    }

    public List<InvalidValue> values() {
        return values;
    }
}
