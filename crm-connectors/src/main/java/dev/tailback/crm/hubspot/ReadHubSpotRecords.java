package dev.tailback.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.CutAnswer;
import dev.tailback.salesforce.text.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads records by their ids, as they are now, with the time of each value. A search lags; this does not. */
final class ReadHubSpotRecords {

    static final Pattern ID = Pattern.compile("\\d{1,19}");
    static final Pattern PROPERTY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,199}");

    /** With histories, HubSpot gives 50 at once. */
    private static final int TOGETHER = 50;

    private static final String MERGED = "hs_merged_object_ids";

    private final HubSpotCalls calls;

    ReadHubSpotRecords(HubSpotCalls calls) {
        this.calls = calls;
    }

    /** @param merges of records that stand in one of these now */
    record Found(List<SourceRecord> records, List<Change> merges) {

        static final Found NOTHING = new Found(List.of(), List.of());

        Found and(Found more) {
            List<SourceRecord> allRecords = new ArrayList<>(records);
            allRecords.addAll(more.records);
            List<Change> allMerges = new ArrayList<>(merges);
            allMerges.addAll(more.merges);
            return new Found(allRecords, allMerges);
        }
    }

    Answer<Found> byId(String object, List<String> ids, List<String> fields) {
        List<String> own =
                ids.stream().filter(id -> ID.matcher(id).matches()).distinct().toList();
        Optional<String> bad = fields.stream()
                .filter(field -> !PROPERTY.matcher(field).matches())
                .findFirst();
        if (bad.isPresent() || !HubSpotSettings.NAME.matcher(object).matches()) {
            return new Answer.Refused<>(
                    "INVALID_FIELD",
                    "A property or object of this question has no name as HubSpot has: check the mapping.");
        }
        Answer<Found> all = new Answer.Given<>(Found.NOTHING);
        for (int from = 0; from < own.size(); from += TOGETHER) {
            List<String> some = own.subList(from, Math.min(own.size(), from + TOGETHER));
            all = all.flatMap(known -> batch(object, some, fields).map(known::and));
        }
        return all;
    }

    private Answer<Found> batch(String object, List<String> ids, List<String> fields) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ids.forEach(id -> body.withArray("inputs").addObject().put("id", id));
        body.withArray("properties").add(MERGED);
        body.withArray("propertiesWithHistory").add(MERGED);
        fields.forEach(field -> {
            body.withArray("properties").add(field);
            body.withArray("propertiesWithHistory").add(field);
        });
        return calls.ask("/crm/objects/2026-09/" + object + "/batch/read", body)
                .flatMap(answer -> found(answer, object, new HashSet<>(ids), fields));
    }

    private static Answer<Found> found(CrmAnswer answer, String object, Set<String> asked, List<String> fields) {
        JsonNode results = answer.json().path("results");
        if (!results.isArray() || results.size() > asked.size()) {
            return new Answer.Unavailable<>("UNUSABLE_ANSWER", answer.unusable(HubSpotCalls.CRM), Optional.empty());
        }
        try {
            List<SourceRecord> records = new ArrayList<>();
            List<Change> merges = new ArrayList<>();
            for (JsonNode result : results) {
                SourceRecord record = record(object, result, fields);
                // The id of a record that was merged away leads to the one that stays.
                if (asked.contains(record.id())) {
                    records.add(record);
                    merges.addAll(merges(result, record));
                }
            }
            return new Answer.Given<>(new Found(records, merges));
        } catch (CutAnswer cut) {
            return new Answer.Unavailable<>(CutAnswer.CODE, cut.getMessage(), Optional.empty());
        }
    }

    private static SourceRecord record(String object, JsonNode json, List<String> fields) {
        Map<String, String> values = new HashMap<>();
        Map<String, Instant> times = new HashMap<>();
        for (String field : fields) {
            values.put(field, value(json.path("properties").path(field)));
            JsonNode newest = json.path("propertiesWithHistory").path(field).path(0);
            if (newest.path("timestamp").isTextual()) {
                times.put(field, time(newest.path("timestamp")));
            }
        }
        return new SourceRecord(
                object,
                id(json),
                values,
                Optional.of(time(json.path("createdAt"))),
                time(json.path("updatedAt")),
                times,
                Optional.empty());
    }

    private static String value(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new CutAnswer(
                    "A property in HubSpot's answer is no text, as all of its values are: see who answers in "
                            + "its place.");
        }
        return value.textValue();
    }

    static String id(JsonNode json) {
        String id = json.path("id").asText("");
        if (!ID.matcher(id).matches()) {
            throw new CutAnswer("A record in HubSpot's answer has no id of HubSpot's: see who answers in its place.");
        }
        return id;
    }

    static Instant time(JsonNode json) {
        try {
            return Instant.parse(json.asText(""));
        } catch (DateTimeException noTime) {
            throw new CutAnswer(
                    "A record in HubSpot's answer has no time where one must be: see who answers in its " + "place.");
        }
    }

    private static List<Change> merges(JsonNode result, SourceRecord into) {
        String ids = value(result.path("properties").path(MERGED));
        if (ids.isEmpty()) {
            return List.of();
        }
        JsonNode newest =
                result.path("propertiesWithHistory").path(MERGED).path(0).path("timestamp");
        Instant at = newest.isTextual() ? time(newest) : into.changedAt();
        List<Change> merges = new ArrayList<>();
        for (String loser : ids.split(";", -1)) {
            if (ID.matcher(loser.strip()).matches()) {
                merges.add(new Change.Merged(loser.strip(), into.id(), at));
            }
        }
        return merges;
    }
}
