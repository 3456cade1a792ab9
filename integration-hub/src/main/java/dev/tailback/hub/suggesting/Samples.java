package dev.tailback.hub.suggesting;

import dev.tailback.crm.SourceRecord;
import java.util.List;
import java.util.Map;

/**
 * What a few records of an object hold. It shows no value in any text.
 *
 * @param unread why there is none; empty when records were read
 */
record Samples(List<Map<String, String>> records, String unread) {

    /** So many show what a field is for. */
    private static final int MOST = 3;

    private static final int LONGEST = 60;

    static Samples of(List<SourceRecord> records) {
        return new Samples(records.stream().map(SourceRecord::values).toList(), "");
    }

    static Samples none(String why) {
        return new Samples(List.of(), why);
    }

    /** As they are, without those that are empty. */
    List<String> values(String field) {
        return records.stream()
                .map(record -> record.getOrDefault(field, ""))
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** For people: each once, on one line, cut short. */
    List<String> shown(String field) {
        return values(field).stream()
                .map(value -> value.replaceAll("\\p{Cntrl}+", " ").strip())
                .distinct()
                .limit(MOST)
                .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST - 1) + "…" : value)
                .toList();
    }

    @Override
    public String toString() {
        return records.size() + " records";
    }
}
