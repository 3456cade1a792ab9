package dev.tailback.localcrms.hubspot.search;

import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.schema.NumbersAndTimes;
import dev.tailback.localcrms.hubspot.schema.Property;
import dev.tailback.localcrms.hubspot.schema.PropertyType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** A value in the order in which HubSpot compares: numbers and times by size, texts without regard to case. */
record Key(BigDecimal number, String text) implements Comparable<Key> {

    /** What a record has; empty when the property is empty, or holds what its type no longer allows. */
    static Optional<Key> of(Property property, CrmRecord record) {
        if (property.name().equals("hs_object_id")) {
            return Optional.of(number(BigDecimal.valueOf(record.id())));
        }
        if (property.name().equals(record.type().modifiedProperty())) {
            return Optional.of(number(BigDecimal.valueOf(record.updatedAt())));
        }
        return record.value(property.name()).flatMap(value -> of(property, value));
    }

    /** What a filter compares with; empty when it is no value of that type. */
    static Optional<Key> of(Property property, String value) {
        PropertyType type = property.type();
        if (type == PropertyType.NUMBER) {
            return NumbersAndTimes.decimal(value).map(Key::number);
        }
        if (type == PropertyType.DATE || type == PropertyType.DATETIME) {
            return NumbersAndTimes.moment(value).map(moment -> number(BigDecimal.valueOf(moment.toEpochMilli())));
        }
        return Optional.of(new Key(BigDecimal.ZERO, value.toLowerCase(Locale.ROOT)));
    }

    private static Key number(BigDecimal number) {
        return new Key(number, "");
    }

    @Override
    public int compareTo(Key other) {
        int byNumber = number.compareTo(other.number);
        return byNumber != 0 ? byNumber : text.compareTo(other.text);
    }

    boolean isSame(Key other) {
        return compareTo(other) == 0;
    }
}
