package dev.tailback.salesforce.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.FieldPath;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.query.Cells;
import dev.tailback.salesforce.query.OrgQuery;
import dev.tailback.salesforce.query.Soql;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.text.ForeignText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads some fields of a few records, by names that people have chosen and not yet saved. */
public final class SampleReader {

    /** Three candidates for each idea of a part are fewer. */
    public static final int MOST_FIELDS = 60;

    public static final int MOST_RECORDS = 20;

    private static final int LONGEST_VALUE = 80;
    private static final String ID = "Id";

    private final OrgQuery query;

    public SampleReader(SalesforceSession session) {
        this.query = new OrgQuery(session);
    }

    /** One record; absent when there is none of this object that our user can see. */
    public Reading<Sample> one(String object, String id, Collection<String> paths) {
        return alone(read(object, ID, id, paths, 1));
    }

    /** The record with this number, or whatever people call it by: the first, should several have the same. */
    public Reading<Sample> named(String object, String field, String text, Collection<String> paths) {
        Stream.of(object, field).forEach(SampleReader::required);
        return alone(rows(object, " WHERE " + field + " = " + Soql.quoted(text), paths, 1));
    }

    /** The first record in the order of ids; absent when there is none that our user can see. */
    public Reading<Sample> first(String object, Collection<String> paths) {
        required(object);
        return alone(rows(object, "", paths, 1));
    }

    /** The first children of a record, in the order of their ids. */
    public Reading<List<Sample>> children(
            String object, String reference, String parent, Collection<String> paths, int most) {
        return read(object, reference, parent, paths, Math.min(most, MOST_RECORDS));
    }

    private static Reading<Sample> alone(Reading<List<Sample>> one) {
        return one.flatMap(found -> found.value().isEmpty()
                ? new Reading.Absent<>()
                : new Reading.Found<>(found.value().get(0), found.readAt()));
    }

    private Reading<List<Sample>> read(String object, String by, String id, Collection<String> paths, int most) {
        if (!Soql.isId(id)) {
            return new Reading.Absent<>();
        }
        Stream.of(object, by).forEach(SampleReader::required);
        return rows(object, " WHERE " + by + " = " + Soql.quoted(id), paths, most);
    }

    private Reading<List<Sample>> rows(String object, String where, Collection<String> paths, int most) {
        List<String> asked = paths.stream().distinct().limit(MOST_FIELDS).toList();
        asked.forEach(SampleReader::required);
        String soql = "SELECT " + Soql.fields(Stream.concat(Stream.of(ID), asked.stream())) + " FROM " + object + where
                + " ORDER BY " + ID + " LIMIT " + most;
        return query.rowsOfId(soql, row -> sample(row, asked));
    }

    /** It becomes a part of a query. */
    private static void required(String path) {
        if (!FieldPath.isPath(path)) {
            throw new IllegalArgumentException("no name of an object or a field");
        }
    }

    private static Sample sample(JsonNode row, List<String> paths) {
        Map<String, String> values = new HashMap<>();
        paths.forEach(path -> values.put(path, shown(value(row, path))));
        return new Sample(new Cells(row).id(ID), values);
    }

    private static JsonNode value(JsonNode row, String path) {
        JsonNode at = row;
        for (String step : FieldPath.of(path).steps()) {
            at = member(at, step);
        }
        return at;
    }

    /** Salesforce answers with its own spelling of a name. */
    private static JsonNode member(JsonNode row, String name) {
        return row.properties().stream()
                .filter(member -> member.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> row.path(name));
    }

    private static String shown(JsonNode value) {
        return value.isNull() ? "" : ForeignText.line(value.asText(""), LONGEST_VALUE);
    }
}
