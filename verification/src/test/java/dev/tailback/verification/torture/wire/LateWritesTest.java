package dev.tailback.verification.torture.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LateWritesTest {
    private final LateWrites late = new LateWrites(1);

    @Test
    void only_the_next_write_to_the_contract_is_held_back_until_the_word_is_given() {
        CompletableFuture<Void> word = late.holdBack("A");

        assertEquals(Optional.empty(), late.before(Set.of("B")));
        assertFalse(late.isHeldBack());
        assertEquals(Optional.of(word), late.before(Set.of("A", "B")));
        assertTrue(late.isHeldBack());
        assertEquals(Optional.empty(), late.before(Set.of("A")));

        late.arrived();
        assertFalse(late.isStillToCome());
        assertEquals(1, late.count());
    }

    @Test
    void as_many_come_late_as_were_asked_for() {
        late.next(2);

        assertTrue(late.before(Set.of("A")).isPresent());
        assertTrue(late.before(Set.of("A")).isPresent());
        assertEquals(Optional.empty(), late.before(Set.of("A")));
    }
}
