package dev.tailback.hub.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.connections.MappedObject;
import dev.tailback.mapping.drift.Weight;
import dev.tailback.mapping.schema.OrgField;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of a field means, and which refusals smell of one. */
class VerdictTest {

    private static final MappedObject MAPPED = new MappedObject("company", "Company", Map.of("phone", "Phone"));

    @ParameterizedTest
    @CsvSource({
        "string, string, HARMLESS",
        "string, textarea, HARMLESS",
        "phone, string, HARMLESS",
        "string, email, LOSSY",
        "double, string, LOSSY",
        "int, currency, HARMLESS",
        "string, double, BREAKING",
        "picklist, multipicklist, LOSSY",
        "multipicklist, picklist, BREAKING",
        "datetime, date, LOSSY",
        "string, date, BREAKING",
        "string, boolean, BREAKING",
        "string, reference, BREAKING",
        "string, something, BREAKING"
    })
    void a_change_of_type_has_a_weight(String before, String now, Weight weight) {
        assertEquals(weight, TypeChange.weight(of(before), of(now)));
    }

    @Test
    void a_field_that_is_gone_or_breaks_stops_and_one_that_is_less_exact_does_not() {
        assertEquals(
                Optional.of(StopScope.FIELD),
                FieldVerdict.of("x", Optional.of(of("string")), Optional.empty())
                        .stops());
        assertEquals(
                Optional.of(StopScope.FIELD),
                FieldVerdict.of("x", Optional.of(of("string")), Optional.of(of("date")))
                        .stops());
        assertEquals(
                Optional.empty(),
                FieldVerdict.of("x", Optional.of(of("string")), Optional.of(of("email")))
                        .stops());
        assertEquals(
                Optional.empty(),
                FieldVerdict.of("x", Optional.empty(), Optional.of(of("date"))).stops());
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_FIELD, no",
        "PROPERTY_DOESNT_EXIST, no",
        "InvalidEntityName, no",
        "undefined_column, no",
        "XY_17, 'The value of Phone is not taken.'",
        "READ_ONLY_VALUE, no"
    })
    void refusals_that_tell_of_fields_smell(String code, String reason) {
        assertTrue(Smell.of(MAPPED, code, reason, Optional.empty()));
    }

    @Test
    void refusals_that_tell_of_other_things_do_not_smell() {
        assertFalse(Smell.of(MAPPED, "DUPLICATE_VALUE", "A record with this key exists.", Optional.empty()));
        assertFalse(Smell.of(MAPPED, "XY_17", "Phones are not taken.", Optional.of("Fax")));
        assertTrue(Smell.of(MAPPED, "XY_17", "no", Optional.of("Phone")));
    }

    private static OrgField of(String type) {
        return ChangingCrm.field("X", type, true);
    }
}
