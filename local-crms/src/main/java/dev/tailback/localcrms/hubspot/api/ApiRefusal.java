package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.account.AccountFacts;
import dev.tailback.localcrms.hubspot.records.InvalidRecord;
import dev.tailback.localcrms.hubspot.schema.InvalidValue;
import java.util.UUID;

/** A call, or one input of a batch, that HubSpot refuses, with the error it answers. */
final class ApiRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode error;

    ApiRefusal(int status, String category, String message) {
        super(message);
        this.status = status;
        this.error = JsonNodeFactory.instance
                .objectNode()
                .put("status", "error")
                .put("message", message)
                .put("correlationId", UUID.randomUUID().toString())
                .put("category", category);
    }

    static ApiRefusal invalid(String message) {
        return new ApiRefusal(400, "VALIDATION_ERROR", message);
    }

    static ApiRefusal notFound(String message) {
        return new ApiRefusal(404, "OBJECT_NOT_FOUND", message);
    }

    /** A path or an object that does not exist. */
    static ApiRefusal noSuchPath() {
        return notFound("resource not found");
    }

    static ApiRefusal notAllowed() {
        return new ApiRefusal(405, "METHOD_NOT_ALLOWED", "This path does not take this method.");
    }

    /** All refused values stand in the message as JSON, as HubSpot writes it. */
    static ApiRefusal of(InvalidRecord record) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (InvalidValue value : record.values()) {
            values.addObject()
                    .put("isValid", false)
                    .put("message", value.sentence())
                    .put("error", value.code())
                    .put("name", value.property())
                    .put("localizedErrorMessage", value.sentence())
                    .put("portalId", AccountFacts.PORTAL_ID);
        }
        ApiRefusal refusal = invalid("Property values were not valid: " + values);
        ArrayNode errors = refusal.error.putArray("errors");
        for (InvalidValue value : record.values()) {
            ObjectNode error = errors.addObject();
            error.put("message", value.sentence()).put("code", value.code());
            error.putObject("context").putArray("propertyName").add(value.property());
        }
        return refusal;
    }

    /** With one more value of the error's context. */
    ApiRefusal with(String context, String value) {
        ObjectNode all = error.path("context") instanceof ObjectNode there ? there : error.putObject("context");
        ArrayNode values = all.path(context) instanceof ArrayNode there ? there : all.putArray(context);
        values.add(value);
        return this;
    }

    ObjectNode error() {
        return error;
    }

    int status() {
        return status;
    }

    Reply reply() {
        return Reply.json(status, error);
    }
}
