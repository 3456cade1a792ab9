package dev.tailback.hub.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known of a field while attempts to write it are on their way. */
class HeldFieldTest {

    private final HeldField nothing = HeldField.unknown(1, "City");

    @Test
    void a_refused_attempt_is_forgotten() {
        assertFalse(nothing.sending("Bremen").notStored("Bremen").isPending("Bremen"));
    }

    @Test
    void a_refused_attempt_leaves_the_one_before_whose_answer_was_lost() {
        HeldField lost = nothing.sending("Bremen");

        HeldField refused = lost.sending("Bremen").notStored("Bremen");

        assertTrue(refused.isPending("Bremen"));
        assertEquals(Optional.of("Bremen"), refused.echoed("BREMEN"));
    }

    @Test
    void a_value_whose_answer_is_lost_again_and_again_takes_no_place_of_others() {
        HeldField held = nothing.sending("Hamburg");
        for (int attempt = 0; attempt < 20; attempt++) {
            held = held.sending("Bremen");
        }

        assertTrue(held.isPending("Hamburg"));
        assertTrue(held.notStored("Bremen").isPending("Bremen"));
    }

    @Test
    void the_oldest_of_many_values_on_their_way_is_forgotten() {
        HeldField held = nothing;
        for (int value = 0; value < 6; value++) {
            held = held.sending("Town " + value);
        }

        assertFalse(held.isPending("Town 0"));
        assertTrue(held.isPending("Town 1"));
    }
}
