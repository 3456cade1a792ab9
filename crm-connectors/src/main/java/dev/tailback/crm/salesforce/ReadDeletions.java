package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.CutAnswer;
import dev.tailback.crm.salesforce.ReadRows.Rows;
import dev.tailback.salesforce.query.Soql;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deletions of one object, by the resource {@code deleted}, which looks back 15 days and knows minutes only. A record that
 * a merge deleted names the one that stays; only three objects can be merged.
 */
final class ReadDeletions {

    private static final Set<String> MERGEABLE = Set.of("account", "contact", "lead");
    private static final Set<String> TOO_LONG_AGO = Set.of("INVALID_REPLICATION_DATE");
    private static final Set<String> NO_MERGES = Set.of("INVALID_FIELD");
    private static final int MOST_IDS = 200;

    /** Salesforce tells 600,000 at most. */
    private static final int MOST = 700_000;

    private final OrgCalls calls;
    private final ReadRows rows;

    ReadDeletions(OrgCalls calls, ReadRows rows) {
        this.calls = calls;
        this.rows = rows;
    }

    Answer<DeletionPage> page(String object, Round round, int most) {
        Instant start = round.deletions().time().truncatedTo(ChronoUnit.MINUTES);
        Instant end = round.began().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        if (!start.isBefore(end)) {
            return new Answer.Given<>(found(List.of(), round, false));
        }
        Answer<CrmAnswer> answer =
                calls.get("/sobjects/" + object + "/deleted/?start=" + parameter(start) + "&end=" + parameter(end));
        return answer.fold(
                given -> read(object, given, round, most),
                refused -> TOO_LONG_AGO.contains(refused.code())
                        ? new Answer.Given<>(expired())
                        : new Answer.Refused<>(refused.code(), refused.reason()),
                away -> new Answer.Unavailable<>(away.code(), away.reason(), away.retryAfter()));
    }

    private static String parameter(Instant time) {
        return URLEncoder.encode(time.toString().replace("Z", "+00:00"), StandardCharsets.UTF_8);
    }

    private static DeletionPage expired() {
        return new DeletionPage.Expired(
                "Salesforce tells deletions of the last 15 days at most, and the cursor is older,"
                        + " so everything is read again: what is not told now is gone.");
    }

    private Answer<DeletionPage> read(String object, CrmAnswer answer, Round round, int most) {
        try {
            JsonNode json = answer.json();
            if (OrgValue.time(json.path("earliestDateAvailable"))
                    .isAfter(round.deletions().time())) {
                return new Answer.Given<>(expired());
            }
            List<Position> all = deleted(json.path("deletedRecords")).stream()
                    .filter(one -> one.compareTo(round.deletions()) > 0)
                    .sorted()
                    .toList();
            List<Position> page = all.subList(0, Math.min(most, Math.min(all.size(), ReadRows.MOST)));
            return merged(object, page)
                    .map(into -> found(changes(page, into), next(page, round), page.size() < all.size()));
        } catch (CutAnswer cut) {
            return ReadRows.unusable(cut.getMessage());
        }
    }

    private static Round next(List<Position> page, Round round) {
        return page.isEmpty() ? round : round.withDeletions(page.get(page.size() - 1), Round.Step.DELETIONS);
    }

    private static DeletionPage found(List<Change> changes, Round round, boolean more) {
        return new DeletionPage.Found(
                changes, round.withDeletions(round.deletions(), more ? Round.Step.DELETIONS : Round.Step.RECORDS));
    }

    private static List<Position> deleted(JsonNode list) {
        if (!list.isArray() || list.size() > MOST) {
            throw new CutAnswer(
                    "Salesforce's answer about deletions holds no list of them: see who answers in its place.");
        }
        List<Position> deleted = new ArrayList<>();
        list.forEach(one -> deleted.add(new Position(OrgValue.time(one.path("deletedDate")), id(one))));
        return deleted;
    }

    private static String id(JsonNode one) {
        String id = one.path("id").asText("");
        if (!Soql.isId(id)) {
            throw new CutAnswer(
                    "Salesforce's answer about deletions has no id where one must be: see who answers in its "
                            + "place.");
        }
        return id;
    }

    private static List<Change> changes(List<Position> page, Map<String, String> into) {
        return page.stream()
                .<Change>map(one -> into.containsKey(one.id())
                        ? new Change.Merged(one.id(), into.getOrDefault(one.id(), ""), one.time())
                        : new Change.Deleted(one.id(), one.time()))
                .toList();
    }

    /** Which of these stand in another record now, as far as they are still in the bin. */
    private Answer<Map<String, String>> merged(String object, List<Position> page) {
        Answer<Map<String, String>> all = new Answer.Given<>(Map.of());
        if (!MERGEABLE.contains(object.toLowerCase(java.util.Locale.ROOT))) {
            return all;
        }
        for (int from = 0; from < page.size(); from += MOST_IDS) {
            List<String> ids = page.subList(from, Math.min(page.size(), from + MOST_IDS)).stream()
                    .map(Position::id)
                    .toList();
            all = all.flatMap(known -> winners(object, ids).map(more -> joined(known, more)));
        }
        return all;
    }

    private Answer<Map<String, String>> winners(String object, List<String> ids) {
        String soql = "SELECT Id, MasterRecordId FROM " + object + " WHERE MasterRecordId != null AND Id IN "
                + Soql.list(ids);
        return rows.ask(
                        "queryAll",
                        soql,
                        row -> Map.entry(
                                ReadRows.id(row),
                                OrgValue.member(row, "MasterRecordId").asText("")))
                .map(Rows::rows)
                .<Answer<Map<String, String>>>fold(
                        found -> new Answer.Given<>(found.stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one))),
                        refused -> NO_MERGES.contains(refused.code())
                                ? new Answer.Given<>(Map.of())
                                : new Answer.Refused<>(refused.code(), refused.reason()),
                        away -> new Answer.Unavailable<>(away.code(), away.reason(), away.retryAfter()));
    }

    private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
