package dev.tailback.verification.torture.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.verification.fleet.Org;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Salesforce holds of usage and counts of it, as an admin there sees it. */
public final class HeldByOrg {
    private final Org admin;
    private final Mapping mapping;

    public HeldByOrg(Org admin, Mapping mapping) {
        this.admin = admin;
        this.mapping = mapping;
    }

    List<HeldEntry> entries() {
        String fields = Stream.of(Idea.EXTERNAL_ID, Idea.CONTRACT_PRODUCT, Idea.VERSION, Idea.UNITS, Idea.CANCELLED)
                .map(mapping::field)
                .collect(Collectors.joining(", "));
        return admin.query("SELECT " + fields + " FROM " + mapping.object(Part.USAGE) + " ORDER BY Id").stream()
                .map(this::entry)
                .toList();
    }

    private HeldEntry entry(JsonNode row) {
        return new HeldEntry(
                row.path(mapping.field(Idea.EXTERNAL_ID)).asText(),
                row.path(mapping.field(Idea.CONTRACT_PRODUCT)).asText(),
                row.path(mapping.field(Idea.VERSION)).asLong(),
                row.path(mapping.field(Idea.UNITS)).asInt(),
                row.path(mapping.field(Idea.CANCELLED)).asBoolean());
    }

    /** Units consumed by line; empty where the org counts nothing. */
    Optional<Map<String, Integer>> consumed() {
        return mapping.find(Idea.CONSUMED).map(this::consumed);
    }

    private Map<String, Integer> consumed(String field) {
        Map<String, Integer> consumed = new HashMap<>();
        for (JsonNode line : admin.query("SELECT Id, " + field + " FROM " + mapping.object(Part.CONTRACT_PRODUCT))) {
            consumed.put(line.path("Id").asText(), line.path(field).asInt());
        }
        return consumed;
    }
}
