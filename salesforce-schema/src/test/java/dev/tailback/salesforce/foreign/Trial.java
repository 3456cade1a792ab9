package dev.tailback.salesforce.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One line of a running foreign org, and what the promises need to be tried on it; all names are the mapping's. */
final class Trial {

    private final Shape shape;
    private final Mapping mapping;
    private final LocalOrg org;
    private final Caller integration;
    private final String line;
    private final String otherLine;
    private final String contract;
    private final String entry = UUID.randomUUID().toString();

    Trial(GeneratedProject project, LocalOrg org) {
        this.shape = project.shape();
        this.mapping = project.mapping();
        this.org = org;
        this.integration = as("integration");
        JsonNode lines = integration.query("SELECT Id, " + field(Idea.CONTRACT) + " FROM "
                + mapping.object(Part.CONTRACT_PRODUCT) + " ORDER BY Id");
        this.line = lines.path(0).path("Id").asText();
        this.otherLine = lines.path(1).path("Id").asText();
        this.contract = lines.path(0).path(field(Idea.CONTRACT)).asText();
    }

    Shape shape() {
        return shape;
    }

    Caller as(String person) {
        return Caller.as(person, org.uri());
    }

    /** The values of an entry as the worker sends them. */
    Map<String, Object> usage(int units, int version) {
        return usage(entry, units, version);
    }

    Map<String, Object> usage(String id, int units, int version) {
        Map<String, Object> record = new HashMap<>();
        record.put(field(Idea.EXTERNAL_ID), id);
        record.put(field(Idea.CONTRACT_PRODUCT), line);
        record.put(field(Idea.UNITS), units);
        record.put(field(Idea.VERSION), version);
        record.put(field(Idea.CANCELLED), false);
        record.put(field(Idea.AD_REFERENCE), "AD-1");
        return record;
    }

    Map<String, Object> with(Map<String, Object> record, Idea idea, Object value) {
        Map<String, Object> changed = new HashMap<>(record);
        changed.put(field(idea), value);
        return changed;
    }

    String otherLine() {
        return otherLine;
    }

    JsonNode send(Map<String, Object> record) {
        return integration.upsert(mapping.object(Part.USAGE), field(Idea.EXTERNAL_ID), record);
    }

    void accepted(Map<String, Object> record) {
        JsonNode answer = send(record);
        assertTrue(answer.path("success").asBoolean(), answer::toString);
    }

    void refused(String code, Map<String, Object> record) {
        JsonNode answer = send(record);
        assertFalse(answer.path("success").asBoolean(), "accepted, and should be refused with " + code);
        assertTrue(answer.path("errors").toString().contains("[" + code + "]"), answer::toString);
    }

    /** Whether the org refused a change or deletion for this reason. */
    static void refused(String code, JsonNode answer) {
        assertTrue(answer.path("status").asInt() >= 400, () -> "accepted, and should be refused: " + answer);
        assertTrue(answer.path("body").toString().contains(code), answer::toString);
    }

    JsonNode fulfil(String person) {
        String value = mapping.fulfilledWhen().get(0);
        return status(person, value.equals("true") ? Boolean.TRUE : value);
    }

    JsonNode reopen(String person) {
        return status(person, shape.open());
    }

    private JsonNode status(String person, Object value) {
        return as(person).change(mapping.object(Part.CONTRACT), contract, Map.of(field(Idea.FULFILLED), value));
    }

    void fulfilled() {
        JsonNode answer = fulfil("finance");
        assertEquals(204, answer.path("status").asInt(), answer::toString);
    }

    JsonNode sellMore(String person) {
        return as(person).change(mapping.object(Part.CONTRACT_PRODUCT), line, Map.of(field(Idea.UNITS_SOLD), 7));
    }

    JsonNode deleteUsage(String person) {
        return as(person)
                .delete(mapping.object(Part.USAGE), row(integration).path("Id").asText());
    }

    JsonNode deleteLine(String person) {
        return as(person).delete(mapping.object(Part.CONTRACT_PRODUCT), line);
    }

    /** The entry's row as a person sees it. */
    JsonNode row(Caller person) {
        return person.query("SELECT Id, " + field(Idea.UNITS) + ", " + field(Idea.VERSION) + " FROM "
                        + mapping.object(Part.USAGE) + " WHERE " + field(Idea.EXTERNAL_ID) + " = '" + entry + "'")
                .path(0);
    }

    /** Everything the org holds of the entry, as text. */
    String content() {
        return row(integration).toString();
    }

    boolean isLocked() {
        String locked = field(Idea.LOCKED);
        return integration
                .query("SELECT " + locked + " FROM " + mapping.object(Part.USAGE))
                .path(0)
                .path(locked)
                .asBoolean();
    }

    /** What sales sees of a number of the line. */
    double seenBySales(Idea idea) {
        return as("sales")
                .query("SELECT " + field(idea) + " FROM " + mapping.object(Part.CONTRACT_PRODUCT) + " WHERE Id = '"
                        + line + "'")
                .path(0)
                .path(field(idea))
                .asDouble();
    }

    boolean isCounted() {
        return mapping.find(Idea.CONSUMED).isPresent();
    }

    private String field(Idea idea) {
        return mapping.field(idea);
    }
}
