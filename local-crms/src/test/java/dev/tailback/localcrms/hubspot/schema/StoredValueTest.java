package dev.tailback.localcrms.hubspot.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

/** Whatever is given: what was stored once is stored as it is, and a bad value is refused and breaks nothing. */
class StoredValueTest {

    private static dev.tailback.localcrms.hubspot.schema.Property property(PropertyType type) {
        List<Choice> choices = List.of(new Choice("red", "Red", false), new Choice("blue", "Blue", false));
        String fieldType = type == PropertyType.ENUMERATION
                ? "checkbox"
                : type.fieldTypes().get(0);
        return new dev.tailback.localcrms.hubspot.schema.Property(
                "some",
                "Some",
                "",
                type,
                fieldType,
                "group",
                choices,
                dev.tailback.localcrms.hubspot.schema.Property.Marks.OWN,
                ValueRules.NONE,
                0,
                0);
    }

    @Provide
    Arbitrary<String> given() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().numeric().withChars(".eE+- ").ofMaxLength(20),
                Arbitraries.strings().numeric().withChars("-:TZ.+").ofMaxLength(30),
                Arbitraries.of("true", "FALSE", "red;blue", ";red", "2026-02-29", "2028-02-29", "red;;red"));
    }

    @Property
    void what_was_stored_is_stored_as_it_is(@ForAll PropertyType type, @ForAll("given") String given) {
        String stored;
        try {
            stored = StoredValue.of(property(type), given, "", true);
        } catch (InvalidValue refused) {
            return;
        }
        assertEquals(stored, StoredValue.of(property(type), stored, "", true));
    }

    @Example
    void a_number_that_would_be_kept_longer_than_it_may_be_given_is_refused() {
        String longest = "1".repeat(40);

        assertEquals(longest, StoredValue.of(property(PropertyType.NUMBER), longest, "", true));
        for (String tooLong : List.of("1e40", "-1e39", "1e-39", "1".repeat(41))) {
            assertThrows(
                    InvalidValue.class,
                    () -> StoredValue.of(property(PropertyType.NUMBER), tooLong, "", true),
                    tooLong);
        }
    }

    @Example
    void a_moment_outside_the_years_0_to_9999_is_refused() {
        for (PropertyType type : List.of(PropertyType.DATE, PropertyType.DATETIME)) {
            for (String outside : List.of("+10000-01-01T00:00:00Z", "-62167305600000", "253402300800000")) {
                assertThrows(InvalidValue.class, () -> StoredValue.of(property(type), outside, "", true), outside);
            }
        }
    }

    @Property
    void a_number_keeps_its_value(@ForAll @BigRange(min = "-1e20", max = "1e20") @Scale(8) BigDecimal number) {
        String stored = StoredValue.of(property(PropertyType.NUMBER), number.toPlainString(), "", true);

        assertEquals(0, number.compareTo(new BigDecimal(stored)));
    }

    @Property
    void milliseconds_and_iso_name_the_same_moment(@ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long moment) {
        String byMilliseconds = StoredValue.of(property(PropertyType.DATETIME), Long.toString(moment), "", true);
        String byIso = StoredValue.of(
                property(PropertyType.DATETIME), Instant.ofEpochMilli(moment).toString(), "", true);

        assertEquals(byMilliseconds, byIso);
    }
}
