package dev.tailback.localorg.rest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ReplicationTest {

    @Test
    void more_than_600_000_ids_are_too_many_for_one_call() {
        assertDoesNotThrow(() -> Replication.refuseTooMany(600_000));

        ApiException tooMany = assertThrows(ApiException.class, () -> Replication.refuseTooMany(600_001));
        assertEquals(400, tooMany.reply().status());
    }
}
