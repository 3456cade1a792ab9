package dev.tailback.app.ledger;

import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Mints the ids of ads and entries. An entry's id is Salesforce's external id: minted once per fact, never per attempt.
 */
@Singleton
public class IdSource {

    /** Random, so that two service apps never mint the same. */
    public UUID next() {
        return UUID.randomUUID();
    }
}
