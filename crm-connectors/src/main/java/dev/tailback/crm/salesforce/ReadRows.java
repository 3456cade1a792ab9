package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.CutAnswer;
import dev.tailback.mapping.FieldPath;
import dev.tailback.salesforce.query.Soql;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks for rows, one page at a time. */
final class ReadRows {

    /** The most rows of a page; Salesforce gives fewer when they are wide. */
    static final int MOST = 2_000;

    static final String ID = "Id";
    static final String STAMP = "SystemModstamp";
    private static final String CREATED = "CreatedDate";
    private static final String SAVED_BY = "LastModifiedById";

    private final OrgCalls calls;

    ReadRows(OrgCalls calls) {
        this.calls = calls;
    }

    /**
     * @param isAll whether the CRM has no more rows for this question
     * @param answeredAt by the CRM's clock, to the second
     */
    record Rows<T>(List<T> rows, boolean isAll, Optional<Instant> answeredAt) {}

    Answer<List<SourceRecord>> byId(String object, List<String> ids, List<String> fields) {
        return byId(object, ids, fields, "");
    }

    /** Only those that nobody else has saved since this user did. */
    Answer<List<SourceRecord>> savedLastBy(String user, String object, List<String> ids, List<String> fields) {
        return byId(object, ids, fields, " AND " + SAVED_BY + " = " + Soql.quoted(user));
    }

    private Answer<List<SourceRecord>> byId(String object, List<String> ids, List<String> fields, String condition) {
        List<String> own = ids.stream().filter(Soql::isId).distinct().toList();
        if (own.isEmpty()) {
            return new Answer.Given<>(List.of());
        }
        return records(object, fields, "WHERE " + ID + " IN " + Soql.list(own) + condition)
                .map(Rows::rows);
    }

    /** @param rest of the query, beginning with its condition */
    Answer<Rows<SourceRecord>> records(String object, List<String> fields, String rest) {
        Optional<String> bad = Stream.concat(Stream.of(object), fields.stream())
                .filter(name -> !FieldPath.NAME.matcher(name).matches())
                .findFirst();
        if (bad.isPresent()) {
            return new Answer.Refused<>(
                    "INVALID_FIELD", "A field or object of this question has no API name: check the mapping.");
        }
        Stream<String> all = Stream.concat(Stream.of(ID, CREATED, STAMP), fields.stream());
        return ask(
                "query",
                "SELECT " + Soql.fields(all) + " FROM " + object + " " + rest,
                row -> record(object, fields, row));
    }

    <T> Answer<Rows<T>> ask(String resource, String soql, Function<JsonNode, T> read) {
        return calls.get("/" + resource + "?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8))
                .flatMap(answer -> rows(answer, read));
    }

    private static <T> Answer<Rows<T>> rows(CrmAnswer answer, Function<JsonNode, T> read) {
        JsonNode json = answer.json();
        JsonNode records = json.path("records");
        if (!records.isArray() || !json.path("done").isBoolean() || records.size() > MOST) {
            return unusable(answer.unusable("Salesforce"));
        }
        try {
            List<T> rows = new ArrayList<>();
            records.forEach(row -> rows.add(read.apply(row)));
            return new Answer.Given<>(
                    new Rows<>(List.copyOf(rows), json.path("done").booleanValue(), answer.date()));
        } catch (CutAnswer cut) {
            return unusable(cut.getMessage());
        }
    }

    static <T> Answer<T> unusable(String sentence) {
        return new Answer.Unavailable<>(CutAnswer.CODE, sentence, Optional.empty());
    }

    private static SourceRecord record(String object, List<String> fields, JsonNode row) {
        Instant changed = OrgValue.time(row.path(STAMP));
        Map<String, String> values = new HashMap<>();
        fields.forEach(field -> values.put(field, OrgValue.text(OrgValue.member(row, field))));
        return new SourceRecord(
                object,
                id(row),
                values,
                Optional.of(OrgValue.time(row.path(CREATED))),
                changed,
                Map.of(),
                Optional.of(changed.toString()));
    }

    static String id(JsonNode row) {
        String id = OrgValue.member(row, ID).asText("");
        if (!Soql.isId(id)) {
            throw new CutAnswer(
                    "A row of Salesforce's answer has no id of Salesforce's: see who answers in its place.");
        }
        return id;
    }
}
