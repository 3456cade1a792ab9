package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Reply;
import java.time.Instant;

/** The answer to a batch: what was done, and beside it what failed. */
final class BatchReply {
    private final ArrayNode results = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();
    private final long startedAt;

    BatchReply(long startedAt) {
        this.startedAt = startedAt;
    }

    void result(ObjectNode result) {
        results.add(result);
    }

    /** The error of one input has no correlation id of its own. */
    void error(ApiRefusal refusal) {
        ObjectNode error = refusal.error().deepCopy();
        error.remove("correlationId");
        errors.add(error);
    }

    /**
     * @param done the status when nothing failed
     * @param partial the status when something did
     */
    Reply reply(int done, int partial, long now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", "COMPLETE");
        json.set("results", results);
        if (!errors.isEmpty()) {
            json.put("numErrors", errors.size());
            json.set("errors", errors);
        }
        json.put("startedAt", Instant.ofEpochMilli(startedAt).toString());
        json.put("completedAt", Instant.ofEpochMilli(now).toString());
        return Reply.json(errors.isEmpty() ? done : partial, json);
    }
}
