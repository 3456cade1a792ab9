package dev.tailback.crm.salesforce;

import dev.tailback.crm.Written;
import java.util.HashMap;
import java.util.Map;

/** What a job told of its records, by their keys. Of a record that it tells nothing of, or two things, nothing is known. */
final class JobResults {

    private static final Written TWICE =
            new Written.Unknown("Salesforce's job tells of this record twice, so what became of it is not known.");

    private String otherwise;
    private final Map<String, Written> told = new HashMap<>();

    /** @param otherwise for people: why nothing is known of those that it does not tell of */
    JobResults(String otherwise) {
        this.otherwise = otherwise;
    }

    void tell(String key, Written written) {
        told.merge(key, written, (one, other) -> TWICE);
    }

    /** A list that would tell of some cannot be read. */
    void unread(String why) {
        otherwise = "A list of the Bulk job's results cannot be read, so the next reading must tell: " + why;
    }

    Written of(String key) {
        return told.getOrDefault(key, new Written.Unknown(otherwise));
    }
}
