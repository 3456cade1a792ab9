package dev.tailback.crm;

import java.util.List;

/**
 * A question for records.
 *
 * @param ids at most {@value #MOST}
 * @param fields what to tell of each record
 */
public record RecordsAsked(String object, List<String> ids, List<String> fields) {

    public static final int MOST = 100;

    public RecordsAsked {
        ids = List.copyOf(ids);
        fields = List.copyOf(fields);
        if (ids.size() > MOST) {
            throw new IllegalArgumentException("records are asked for by " + MOST + " ids at most");
        }
    }
}
