package dev.tailback.hub.scores;

import io.micronaut.core.annotation.Introspected;

/**
 * In how many records of one object a field has a value.
 *
 * @param rule that refused the values; empty where none did
 */
@Introspected
record FilledRow(String crm, String object, String entity, String field, String rule, long filled) {

    boolean isOf(MappedLine line) {
        return line.isOf(crm, object, entity) && line.field().equals(field);
    }

    Counts counts() {
        return rule.isEmpty() ? Counts.accepted(filled) : Counts.refused(filled, rule);
    }
}
