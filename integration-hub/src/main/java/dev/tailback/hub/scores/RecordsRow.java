package dev.tailback.hub.scores;

import io.micronaut.core.annotation.Introspected;

/** How many records of one object there are. */
@Introspected
record RecordsRow(String crm, String object, String entity, long records) {

    boolean isOf(MappedLine line) {
        return line.isOf(crm, object, entity);
    }

    Counts counts() {
        return Counts.records(records);
    }
}
