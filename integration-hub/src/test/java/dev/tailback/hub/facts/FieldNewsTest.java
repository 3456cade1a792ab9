package dev.tailback.hub.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Standing;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldNewsTest {
    private static final KnownRecord RECORD = new KnownRecord(
            7, "sales", "Account", "001", "company", null, Standing.PRESENT, null, null, null, null, false, null);
    private static final HeldField ULM = HeldField.unknown(7, "city").said("Ulm", Optional.empty());

    @Test
    void a_field_that_shows_what_it_showed_is_not_written_down_again() {
        assertEquals(Optional.empty(), changed("Ulm", Optional.of(ULM)));
    }

    @Test
    void what_a_person_put_there_is_written_down() {
        assertEquals(Optional.of(ULM.said("Bonn", Optional.empty())), changed("Bonn", Optional.of(ULM)));
    }

    @Test
    void a_field_that_is_seen_for_the_first_time_is_written_down_though_it_is_empty() {
        assertEquals(Optional.of(HeldField.unknown(7, "city")), changed("", Optional.empty()));
    }

    @Test
    void an_answer_that_was_lost_is_written_down_when_its_value_is_seen() {
        HeldField sent = ULM.sending("Ulm");

        assertEquals(Optional.of(HeldField.ours(7, "city", "Ulm", "Ulm", null)), changed("Ulm", Optional.of(sent)));
    }

    private static Optional<HeldField> changed(String observed, Optional<HeldField> before) {
        return FieldNews.of("city", observed, before, Optional.empty()).change(RECORD, Optional.empty());
    }
}
