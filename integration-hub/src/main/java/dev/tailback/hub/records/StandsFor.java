package dev.tailback.hub.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** That a record stands for a golden record from now on, and why. */
public record StandsFor(KnownRecord record, UUID golden, String reason) {

    void write(ObjectNode row) {
        row.put("source_id", record.id()).put("golden_id", golden.toString()).put("reason", reason);
    }
}
