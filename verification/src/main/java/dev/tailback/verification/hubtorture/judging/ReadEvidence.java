package dev.tailback.verification.hubtorture.judging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.hubstory.CrmDesk;
import dev.tailback.verification.hubstory.HeldRecord;
import dev.tailback.verification.hubstory.HubDesk;
import dev.tailback.verification.hubstory.Part;
import dev.tailback.verification.hubstory.Register;
import dev.tailback.verification.hubtorture.people.Edit;
import dev.tailback.verification.hubtorture.people.Field;
import dev.tailback.verification.story.StoryFailed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the CRMs what they hold, and the hub what is agreed and why. */
public record ReadEvidence(List<CrmDesk> desks, HubDesk hub, Register register) {

    /** What is agreed of each field now. */
    public Map<Field, String> agreed(List<Field> fields) {
        Map<String, JsonNode> goldens = new TreeMap<>();
        Map<Field, String> agreed = new TreeMap<>();
        fields.forEach(field -> agreed.put(field, value(golden(goldens, field), field.attribute())));
        return agreed;
    }

    /** @param before what was agreed when people began */
    public List<Evidence> read(Map<Field, String> before, List<Edit> edits) {
        Map<String, JsonNode> goldens = new TreeMap<>();
        Map<Part, Map<String, HeldRecord>> records = new TreeMap<>();
        for (Part part : Part.values()) {
            records.put(part, records(part));
        }
        List<Evidence> all = new ArrayList<>();
        before.forEach((field, was) -> {
            JsonNode golden = golden(goldens, field);
            List<Edit> own =
                    edits.stream().filter(edit -> edit.field().equals(field)).toList();
            all.add(new Evidence(
                    field,
                    was,
                    own,
                    held(field, records.getOrDefault(field.part(), Map.of())),
                    value(golden, field.attribute()),
                    own.isEmpty() ? List.of() : decisions(golden, field.attribute())));
        });
        return all;
    }

    /** Which records stand for each customer's golden records, by CRM and id. */
    public Map<String, List<String>> standing(List<Field> fields) {
        Map<String, List<String>> standing = new TreeMap<>();
        Map<String, JsonNode> goldens = new TreeMap<>();
        fields.forEach(field -> standing.computeIfAbsent(field.part() + " " + field.customer(), unused -> {
            List<String> sources = new ArrayList<>();
            golden(goldens, field)
                    .path("sources")
                    .forEach(source -> sources.add(source.path("crm").asText() + " "
                            + source.path("recordId").asText() + " "
                            + source.path("standing").asText()));
            sources.sort(Comparator.naturalOrder());
            return sources;
        }));
        return standing;
    }

    /** All records of all CRMs, with what moves whenever one is written. */
    public Map<String, String> stamps() {
        Map<String, String> stamps = new TreeMap<>();
        for (Part part : Part.values()) {
            records(part).forEach((record, held) -> stamps.put(part.entity() + " " + record, held.stamp()));
        }
        return stamps;
    }

    private Map<String, HeldRecord> records(Part part) {
        Map<String, HeldRecord> records = new TreeMap<>();
        desks.forEach(desk ->
                desk.all(part).forEach(record -> records.put(desk.crm().word() + " " + record.id(), record)));
        return records;
    }

    private Map<String, String> held(Field field, Map<String, HeldRecord> records) {
        Map<String, String> held = new TreeMap<>();
        for (CrmDesk desk : desks) {
            for (String id : register.ids(desk.crm(), field.part(), field.customer())) {
                String record = desk.crm().word() + " " + id;
                HeldRecord found = records.get(record);
                held.put(record, found == null ? "(no record)" : found.value(field.attribute()));
            }
        }
        return held;
    }

    private JsonNode golden(Map<String, JsonNode> known, Field field) {
        return known.computeIfAbsent(field.part() + " " + field.customer(), unused -> golden(field));
    }

    private JsonNode golden(Field field) {
        String id = register.id(CustomerCrm.SALES, field.part(), field.customer());
        return hub.find(field.part(), id).stream()
                .map(hub::record)
                .filter(record -> stands(record, id))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("The hub has no golden record for sales " + id));
    }

    private static boolean stands(JsonNode record, String id) {
        for (JsonNode source : record.path("sources")) {
            if (source.path("crm").asText().equals(CustomerCrm.SALES.word())
                    && source.path("recordId").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static String value(JsonNode golden, String attribute) {
        for (JsonNode value : golden.path("golden").path("values")) {
            if (value.path("attribute").asText().equals(attribute)) {
                return value.path("value").asText();
            }
        }
        return "";
    }

    private List<Told> decisions(JsonNode golden, String attribute) {
        List<Told> decisions = new ArrayList<>();
        hub.why(golden.path("golden").path("id").asText(), attribute).forEach(one -> decisions.add(Told.of(one)));
        return decisions;
    }
}
