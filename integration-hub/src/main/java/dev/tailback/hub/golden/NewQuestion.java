package dev.tailback.hub.golden;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** What a steward must decide from now on. */
record NewQuestion(UUID golden, String attribute, long rulesVersion) {

    void write(ObjectNode row) {
        row.put("golden_id", golden.toString()).put("attribute", attribute).put("rules_version", rulesVersion);
    }
}
