package dev.tailback.crm.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.CutAnswer;
import dev.tailback.crm.call.Pace;
import dev.tailback.salesforce.text.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Asks which records there are: by the listing, which is complete, and by the search, which knows times and lags. */
final class ListHubSpotIds {

    static final int MOST_LISTED = 100;
    static final int MOST_FOUND = 200;
    private static final int LONGEST_PLACE = 400;

    /** HubSpot takes five searches a second of a whole account. */
    private static final Duration SEARCHES_APART = Duration.ofMillis(230);

    private final HubSpotCalls calls;
    private final Pace pace = new Pace(SEARCHES_APART);

    ListHubSpotIds(HubSpotCalls calls) {
        this.calls = calls;
    }

    /** @param time of the change, or of the deletion */
    record Listed(String id, Instant time) {}

    /**
     * @param next where the listing goes on; empty at its end
     * @param answeredAt by the clock of HubSpot's server, to the second
     */
    record Page(List<Listed> records, Optional<String> next, Optional<Instant> answeredAt) {}

    /** @param after where the last page said that it goes on; empty text for the beginning */
    Answer<Page> list(String object, String after, int most, boolean isArchived) {
        String place = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return calls.get("/crm/objects/2026-09/" + object + "?limit=" + Math.min(most, MOST_LISTED) + "&archived="
                        + isArchived + place)
                .flatMap(answer -> page(answer, isArchived ? "archivedAt" : "updatedAt", MOST_LISTED))
                .flatMap(page -> goesOn(page, after));
    }

    private static Answer<Page> goesOn(Page page, String after) {
        return page.next().filter(after::equals).isPresent()
                ? unusable(
                        "HubSpot's listing does not go on: ask again, and if it stays so, see who answers in its place.")
                : new Answer.Given<>(page);
    }

    /** The records of that time, in the order of their ids; what is sorted by time has gaps where times are equal. */
    Answer<Page> search(String object, Instant from, Instant upper, String afterId, int most) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("limit", Math.min(most, MOST_FOUND));
        var filters = body.withArray("filterGroups").addObject().withArray("filters");
        filters.addObject()
                .put("propertyName", modified(object))
                .put("operator", "BETWEEN")
                .put("value", Long.toString(from.toEpochMilli()))
                .put("highValue", Long.toString(upper.toEpochMilli()));
        if (!afterId.isEmpty()) {
            filters.addObject()
                    .put("propertyName", "hs_object_id")
                    .put("operator", "GT")
                    .put("value", afterId);
        }
        return found(object, body, "hs_object_id", "ASCENDING").flatMap(page -> ascends(page, afterId));
    }

    private static Answer<Page> ascends(Page page, String afterId) {
        long last = afterId.isEmpty() ? -1 : Long.parseLong(afterId);
        for (Listed record : page.records()) {
            long id = Long.parseLong(record.id());
            if (id <= last) {
                return unusable(
                        "HubSpot's search does not go on: ask again, and if it stays so, see who answers in its "
                                + "place.");
            }
            last = id;
        }
        return new Answer.Given<>(page);
    }

    /** The record that was changed last, as far as the search knows. */
    Answer<Page> newest(String object) {
        return found(object, Json.MAPPER.createObjectNode().put("limit", 1), modified(object), "DESCENDING");
    }

    private Answer<Page> found(String object, ObjectNode body, String sortedBy, String direction) {
        body.withArray("sorts").addObject().put("propertyName", sortedBy).put("direction", direction);
        body.withArray("properties").add(modified(object));
        pace.keep();
        return calls.ask("/crm/objects/2026-09/" + object + "/search", body)
                .flatMap(answer -> page(answer, "updatedAt", MOST_FOUND));
    }

    private static String modified(String object) {
        return object.equals("contacts") ? "lastmodifieddate" : "hs_lastmodifieddate";
    }

    private static Answer<Page> page(CrmAnswer answer, String time, int most) {
        JsonNode results = answer.json().path("results");
        if (!results.isArray() || results.size() > most) {
            return unusable(answer.unusable(HubSpotCalls.CRM));
        }
        try {
            return new Answer.Given<>(new Page(
                    records(results, (id, record) -> new Listed(id, ReadHubSpotRecords.time(record.path(time)))),
                    next(answer.json().path("paging").path("next").path("after")),
                    answer.date()));
        } catch (CutAnswer cut) {
            return unusable(cut.getMessage());
        }
    }

    private static List<Listed> records(JsonNode results, BiFunction<String, JsonNode, Listed> read) {
        List<Listed> records = new ArrayList<>();
        results.forEach(record -> records.add(read.apply(ReadHubSpotRecords.id(record), record)));
        return List.copyOf(records);
    }

    private static Optional<String> next(JsonNode after) {
        if (after.isMissingNode() || after.isNull()) {
            return Optional.empty();
        }
        String place = after.asText("");
        if (place.isEmpty() || place.length() > LONGEST_PLACE) {
            throw new CutAnswer(
                    "HubSpot's listing names no next page that can be asked for: see who answers in its " + "place.");
        }
        return Optional.of(place);
    }

    private static Answer<Page> unusable(String sentence) {
        return new Answer.Unavailable<>(CutAnswer.CODE, sentence, Optional.empty());
    }
}
