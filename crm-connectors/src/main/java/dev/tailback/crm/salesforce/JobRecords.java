package dev.tailback.crm.salesforce;

import dev.tailback.crm.Write;
import dev.tailback.salesforce.bulk.JobText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Upserts as a job takes them.
 *
 * @param keys of those that are in the text, by their places in the batch
 * @param misread those of which a cell would say something else than they do: they go in calls
 * @param tooMany those for which the text has no room
 */
record JobRecords(
        String keyField,
        JobText text,
        SortedMap<Integer, String> keys,
        SortedMap<Integer, Write.Upsert> misread,
        List<Integer> tooMany) {

    /** Together with what Salesforce adds, its lists of results stay within what we read of an answer. */
    private static final int MOST_BYTES = 20 * 1024 * 1024;

    static JobRecords of(RecordJson json, String keyField, SortedMap<Integer, Write.Upsert> upserts) {
        List<String> fields = fields(keyField, upserts);
        List<String> columns =
                Stream.concat(Stream.of(keyField), fields.stream()).toList();
        JobRecords records = new JobRecords(
                keyField, JobText.of(columns, MOST_BYTES), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        upserts.forEach((place, upsert) -> records.add(json, fields, place, upsert));
        return records;
    }

    /** But for the key. Salesforce knows a field by its name in any case. */
    private static List<String> fields(String keyField, SortedMap<Integer, Write.Upsert> upserts) {
        TreeSet<String> fields = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        upserts.values().forEach(upsert -> fields.addAll(upsert.values().keySet()));
        fields.remove(keyField);
        return List.copyOf(fields);
    }

    private void add(RecordJson json, List<String> fields, int place, Write.Upsert upsert) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.putAll(upsert.values());
        if (Stream.concat(Stream.of(upsert.key()), values.values().stream()).anyMatch(JobText::isMisread)) {
            misread.put(place, upsert);
            return;
        }
        Stream<String> cells = fields.stream().map(field -> cell(json, values, field));
        if (text.add(Stream.concat(Stream.of(upsert.key()), cells).toList())) {
            keys.put(place, upsert.key().strip());
        } else {
            tooMany.add(place);
        }
    }

    /** Nothing where the field stays as it is. */
    private static String cell(RecordJson json, Map<String, String> values, String field) {
        if (!values.containsKey(field)) {
            return "";
        }
        String value = json.cell(field, values.getOrDefault(field, ""));
        return value.isEmpty() ? JobText.NONE : value;
    }
}
